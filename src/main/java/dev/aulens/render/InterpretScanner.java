package dev.aulens.render;

import dev.aulens.interpret.Edition;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.Interpreter;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Keys;
import dev.aulens.record.Text;

/**
 * Copies one record's text with its values interpreted, the way ausearch finds names and values: a name is what stands
 * between a blank and {@code =}; a value between quotes reaches to the closing one and takes one character more with
 * it; another one reaches to the next blank or, unless it is a security label, to a comma before it.
 */
final class InterpretScanner {

    private final AuditRecord record;
    private final EventInterpretation interpretation;
    private final Escaping escaping;
    private final TextBuffer out;
    private final TextBuffer value = new TextBuffer();
    private final byte[] line;
    private final int end;

    /** Whether a name after two blanks is not seen to be {@code msg} or a security label. */
    private final boolean blankHidesName;

    /** Where the text that is not copied yet begins. */
    private int at;

    /** Whether the last value ended at a comma. */
    private boolean comma;

    InterpretScanner(AuditRecord record, EventInterpretation interpretation, Escaping escaping, TextBuffer out) {
        this.record = record;
        this.interpretation = interpretation;
        this.escaping = escaping;
        this.out = out;
        this.line = record.line();
        this.end = RecordBytes.separator(record);
        this.at = record.body();
        this.blankHidesName = interpretation.edition() == Edition.AUSEARCH_3;
    }

    /** Writes the record from the colon after the id on, without the line end. */
    void scan() {
        boolean found = false;
        for (int equals = indexOf('=', at); at < end && equals < end; equals = indexOf('=', at)) {
            found = true;
            field(equals);
        }
        if (!found || comma) {
            value.clear();
            value.append(line, at, end);
            appendEscaped(value);
            out.append('\n');
        }
    }

    private void field(int equals) {
        comma = false;
        int name = equals;
        while (name > at && line[name - 1] != ' ') {
            name--;
        }
        boolean plain = blankHidesName && name == at + 1 && line[at] == ' ';
        copy(at, equals + 1);
        if (!plain && is(name, equals, "msg")) {
            at = equals + 1;
            return;
        }
        while (name < equals && (line[name] == '\'' || line[name] == '(')) {
            name++;
        }
        String fieldName = Text.utf8(line, name, equals);
        int from = equals + 1;
        int to = valueEnd(!plain && Interpreter.isLabel(fieldName), from);
        value(fieldName, from, to);
    }

    /** Returns where the value ends, and sets where the text after it goes on. */
    private int valueEnd(boolean label, int from) {
        if (from < end && (line[from] == '\'' || line[from] == '"')) {
            int close = indexOf((char) line[from], from + 1);
            int to = Math.min(close + 1, end);
            at = Math.min(to + 1, end);
            return to;
        }
        int blank = indexOf(' ', from);
        int firstComma = indexOf(',', from);
        comma = firstComma < blank && !label;
        int to = comma ? firstComma : blank;
        at = Math.min(to + 1, end);
        return to;
    }

    private void value(String name, int from, int valueEnd) {
        int to = valueEnd;
        if (name.equals("acct") && to > from && line[to - 1] == ':') {
            to--;
        }
        value.clear();
        if (!interpretation.write(record, name, from, to, value)) {
            copy(from, to);
            out.append(comma ? ',' : ' ');
            return;
        }
        if (name.equals("key")) {
            keys();
        } else {
            appendEscaped(value);
        }
        if (!name.equals("data")) {
            out.append(' ');
        }
    }

    /** Writes several keys of one value each with its name. */
    private void keys() {
        TextBuffer key = new TextBuffer();
        for (int i = 0; i < value.length(); i++) {
            byte b = value.byteAt(i);
            if (b == Keys.SEPARATOR) {
                appendEscaped(key);
                out.append(" key=");
                key.clear();
            } else {
                key.append(b);
            }
        }
        appendEscaped(key);
    }

    private void appendEscaped(TextBuffer text) {
        escaping.escape(text, 0);
        text.appendTo(out);
    }

    private void copy(int from, int to) {
        int before = out.length();
        out.append(line, from, to);
        escaping.forContext().escape(out, before);
    }

    private boolean is(int from, int to, String name) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (line[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(char wanted, int from) {
        int i = from;
        while (i < end && line[i] != wanted) {
            i++;
        }
        return i;
    }
}
