package dev.aulens.document;

import dev.aulens.Parts;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a program that was executed, put together from its EXECVE records. Scratch space, reused.
 *
 * <p>The kernel divides long lists over several records and long arguments into parts (audit_log_execve_info in
 * kernel/auditsc.c): {@code a2_len=24 a2[0]=6563 a2[1]=2077}. An argument that no record has is marked. A list is cut
 * at {@link #MOST} arguments or {@link #LONGEST} characters; {@code event.original} has all.
 */
final class Arguments {

    /** How many arguments are kept at most. */
    static final int MOST = 1024;

    /** How many characters are kept at most, over all arguments. */
    static final int LONGEST = 64 * 1024;

    private final List<String> values = new ArrayList<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private long count;
    private boolean truncated;
    private int characters;
    private int partsOf;
    private int next;

    /** Takes the arguments of an event in place of those of the last. ausearch prints the last record first. */
    void load(List<AuditRecord> records) {
        values.clear();
        parts.reset();
        count = Values.NONE;
        truncated = false;
        characters = 0;
        partsOf = -1;
        next = 0;
        boolean reversed = records.size() > 1 && records.get(records.size() - 1).find("argc") >= 0;
        for (int n = 0; n < records.size(); n++) {
            AuditRecord record = records.get(reversed ? records.size() - 1 - n : n);
            for (int i = 0; i < record.fieldCount(); i++) {
                take(record, i);
            }
        }
        endParts();
        if (count > next) {
            skipTo((int) Math.min(count, Integer.MAX_VALUE));
        }
    }

    /** Takes the arguments from a title, where each ends with NUL. */
    void loadTitle(AuditRecord record, int field) {
        for (String argument : Parts.of(record.decoded(field), '\0')) {
            add(argument);
        }
        count = values.size();
    }

    private void take(AuditRecord record, int i) {
        String name = record.name(i);
        if (name.equals("argc")) {
            count = count == Values.NONE ? Values.wholeNumber(record, i) : count;
            return;
        }
        int end = 1;
        int number = 0;
        while (end < name.length() && end < 9 && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            number = number * 10 + (name.charAt(end++) - '0');
        }
        if (name.charAt(0) != 'a' || end == 1) {
            return;
        }
        if (end == name.length()) {
            endParts();
            skipTo(number);
            add(record.decoded(i));
        } else if (name.charAt(end) == '[') {
            takePart(number, record, i);
        }
    }

    private void takePart(int number, AuditRecord record, int i) {
        if (partsOf != number) {
            endParts();
            skipTo(number);
            partsOf = number;
        }
        if (parts.size() > LONGEST) {
            truncated = true;
            return;
        }
        int from = record.valueStart(i);
        int to = record.valueEnd(i);
        if (!record.isQuoted(i) && Text.isHex(record.line(), from, to)) {
            parts.writeBytes(Text.decodeHex(record.line(), from, to));
        } else {
            int quote = record.isQuoted(i) ? 1 : 0;
            parts.write(record.line(), from + quote, to - from - 2 * quote);
        }
    }

    private void endParts() {
        if (partsOf >= 0) {
            add(parts.toString(StandardCharsets.UTF_8));
            parts.reset();
            partsOf = -1;
        }
    }

    private void skipTo(int number) {
        int missing = number - next;
        if (missing <= 0) {
            return;
        }
        next = number;
        truncated = true;
        if (values.size() >= MOST) {
            return;
        }
        values.add(missing == 1 ? "[1 argument missing]" : "[" + missing + " arguments missing]");
    }

    private void add(String value) {
        next++;
        characters += value.length();
        if (values.size() < MOST && characters <= LONGEST) {
            values.add(value);
        } else {
            truncated = true;
        }
    }

    /** Returns the arguments, the program's name first; empty if the event has none. */
    List<String> values() {
        return values;
    }

    /** Returns how many arguments there were, {@link Values#NONE} if that is not known. */
    long count() {
        return count;
    }

    /** Returns whether arguments are missing or were cut. */
    boolean truncated() {
        return truncated;
    }

    /** Returns the arguments with blanks between them, null if there are none. */
    @Nullable
    String commandLine() {
        return values.isEmpty() ? null : String.join(" ", values);
    }
}
