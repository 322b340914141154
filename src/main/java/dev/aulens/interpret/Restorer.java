package dev.aulens.interpret;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Doubt;
import dev.aulens.record.Keys;
import dev.aulens.record.PrintedTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the words of {@code ausearch -i} back into what the kernel wrote, where a word leaves no doubt: the inverse of
 * {@link Interpreter}. What leaves doubt stays a word. Has no state but its tables: safe for use by several threads.
 */
public final class Restorer {

    private static final String NOTHING = "?";
    private static final String KEY = "key";

    private final PrintedTexts texts = PrintedTexts.load();
    private final WordValues words = new WordValues();

    /** Returns whether a record of the event is output of {@code ausearch -i}. */
    public static boolean isInterpreted(AuditEvent event) {
        for (AuditRecord record : event.records()) {
            if (record.interpreted()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the event with raw records in the place of interpreted ones; raw ones stay as they are. */
    public Restored restore(AuditEvent event) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        List<AuditRecord> records = new ArrayList<>(event.records().size());
        for (AuditRecord record : event.records()) {
            records.add(record.interpreted() ? restore(record, doubts) : record);
        }
        return new Restored(event.with(records), Collections.unmodifiableSet(doubts));
    }

    /** Returns a raw record in the place of an interpreted one. */
    AuditRecord restore(AuditRecord record) {
        return restore(record, EnumSet.noneOf(Doubt.class));
    }

    private AuditRecord restore(AuditRecord record, Set<Doubt> doubts) {
        doubts.addAll(record.doubts());
        if (record.type().is("PROCTITLE")
                && record.fieldCount() > 0
                && record.raw(0).indexOf(' ') >= 0) {
            doubts.add(Doubt.TITLE);
        }
        List<@Nullable String> values = new ArrayList<>(record.fieldCount());
        for (int i = 0; i < record.fieldCount(); i++) {
            values.add(value(record, i, doubts));
        }
        return record.withValues(values);
    }

    /** Returns the kernel's value, null if it is the one that stands there. */
    private @Nullable String value(AuditRecord record, int i, Set<Doubt> doubts) {
        String name = record.name(i);
        if (name.equals(KEY)) {
            return keys(record, i);
        }
        WordValues.Kind kind = words.kind(record, i);
        if (kind != null) {
            if (WordValues.isGuess(record, i)) {
                doubts.add(Doubt.VALUES);
                return quoted(NOTHING);
            }
            String word = record.raw(i);
            String value = kind.restore(record, word);
            if (value != null) {
                return value;
            }
            if (!kind.isNumber(word)) {
                doubts.add(kind.doubt());
                return quoted(word);
            }
            return null;
        }
        return texts.isText(record.type(), name) && !record.isQuoted(i) ? quoted(record.raw(i)) : null;
    }

    /** Several keys are one value in the kernel's record; ausearch prints each as a field of its own. */
    private static String keys(AuditRecord record, int i) {
        if (record.find(KEY) < i) {
            return quoted("");
        }
        StringBuilder keys = new StringBuilder(record.raw(i));
        for (int next = record.find(KEY, i + 1); next >= 0; next = record.find(KEY, next + 1)) {
            keys.append(Keys.SEPARATOR).append(record.raw(next));
        }
        return quoted(keys.toString());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
