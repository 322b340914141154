package dev.aulens.render.normalize;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.interpret.TextBuffer;
import dev.aulens.record.AuditRecord;

/** What a part of a normalised event says. */
public sealed interface Value {

    /** Returns the meaning as text, not escaped; bytes that are no UTF-8 become U+FFFD. */
    String text(EventInterpretation interpretation);

    /** Adds the meaning to a text: bytes, not escaped. */
    void write(EventInterpretation interpretation, TextBuffer out);

    /**
     * A field of a record, to be interpreted.
     *
     * @param index of the field in the record
     */
    record Field(AuditRecord record, int index) implements Value {

        /** Returns the field's name. */
        public String name() {
            return record.name(index);
        }

        @Override
        public String text(EventInterpretation interpretation) {
            TextBuffer text = new TextBuffer();
            write(interpretation, text);
            return text.toString();
        }

        @Override
        public void write(EventInterpretation interpretation, TextBuffer out) {
            int from = record.valueStart(index);
            int to = end();
            if (record.interpreted() || !interpretation.write(record, name(), from, to, out)) {
                out.append(record.line(), from, to);
            }
        }

        /**
         * Returns where the value ends for ausearch: at a blank even between quotes, and before a closing parenthesis,
         * but for {@code (none)} and {@code (null)}.
         */
        private int end() {
            int end = record.valueEnd(index);
            if (record.interpreted()) {
                return end;
            }
            byte[] line = record.line();
            for (int i = record.valueStart(index); i < end; i++) {
                if (line[i] == ' ') {
                    return i;
                }
            }
            if (end == record.valueStart(index) || line[end - 1] != ')') {
                return end;
            }
            String value = record.raw(index);
            return value.equals("(none)") || value.equals("(null)") ? end : end - 1;
        }

        /**
         * Returns the number that the field begins with, in the 32 bits of a user's number: -1 is nobody.
         *
         * @return 0 if the field begins with no number
         */
        public int number() {
            String digits = record.value(index);
            int i = digits.startsWith("-") ? 1 : 0;
            int number = 0;
            while (i < digits.length() && digits.charAt(i) >= '0' && digits.charAt(i) <= '9') {
                number = number * 10 + (digits.charAt(i++) - '0');
            }
            return digits.startsWith("-") ? -number : number;
        }
    }

    /** A word that stands in no field of its own. */
    record Word(String word) implements Value {

        @Override
        public String text(EventInterpretation interpretation) {
            return word;
        }

        @Override
        public void write(EventInterpretation interpretation, TextBuffer out) {
            out.append(word);
        }
    }
}
