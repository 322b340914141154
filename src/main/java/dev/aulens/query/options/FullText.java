package dev.aulens.query.options;

import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;

/** Words to look for in what an event says: its sentence, its command line, the paths it touches. */
final class FullText {

    private static final String SENTENCE = "message";
    private static final List<String> VALUES = List.of(
            "process.command_line",
            "auditd.path.accessed",
            "auditd.path.created",
            "auditd.path.deleted",
            "auditd.path.parent",
            "auditd.path.relative");

    private FullText() {}

    /** Returns the filter that every word holds in, somewhere. */
    static Filter filter(List<String> words) {
        List<Filter> all = new ArrayList<>(words.size());
        for (String word : words) {
            List<Filter> any = new ArrayList<>();
            any.add(new Filter.Phrase(SENTENCE, word));
            VALUES.forEach(field -> any.add(new Filter.Contains(field, word)));
            all.add(Filter.any(any));
        }
        return Filter.all(all);
    }
}
