package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.record.Doubt;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What could not be said of an event, one sentence each. */
final class Warnings {

    /** What the text of {@code ausearch -i} leaves open. */
    static final Map<Doubt, String> OF_TEXT = new EnumMap<>(Map.of(
            Doubt.DATE, "the text's date may have day and month exchanged",
            Doubt.END, "the text has no quotes: a value with blanks may end elsewhere",
            Doubt.CONTROL_CHARACTERS, "the text has control characters as \\ooo",
            Doubt.ACCOUNTS, "the text has names of users or groups without their numbers",
            Doubt.ARGUMENTS, "the text has arguments of the system call in words",
            Doubt.VALUES, "the text has values in words",
            Doubt.TITLE, "the text has PROCTITLE without the ends of its arguments: process.args are not told"));

    private static final SerializableString WARNINGS = DocumentJson.name("warnings");

    private final DistinctTexts sentences = new DistinctTexts();
    private Set<Doubt> open = Set.of();

    /** Begins with what the event's text leaves open, but for what only matters to some events. */
    void begin(Set<Doubt> doubts) {
        sentences.clear();
        open = doubts;
        for (Doubt doubt : doubts) {
            if (doubt != Doubt.TITLE) {
                add(doubt);
            }
        }
    }

    boolean isOpen(Doubt doubt) {
        return open.contains(doubt);
    }

    void add(Doubt doubt) {
        add(OF_TEXT.getOrDefault(doubt, doubt.name()));
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    void write(DocumentJson json) {
        json.texts(WARNINGS, sentences.list());
    }
}
