package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names of fields in a query in Lucene's syntax: what stands before a colon. The server reads the query; this
 * reads no more of it than that, and needs no query that is one.
 *
 * <pre>
 *   name:value   name:(a OR b)   name:[1 TO 5]   na\:me:"a:b"   _exists_:name
 * </pre>
 */
final class LuceneFields {

    private static final String EXISTS = "_exists_";
    private static final String ENDS_OF_TERMS = "()[]{}\"/^~&|!<>= \t\r\n\u3000";

    private final String text;
    private final List<Asked> asked = new ArrayList<>();
    private int at;

    private LuceneFields(String text) {
        this.text = text;
    }

    /** A name, and whether only its existence is asked for. */
    private record Asked(String name, boolean existence) {}

    /** Returns the names for which the data view has no field; patterns are no names. */
    static List<String> unknown(String text, DataView view) {
        LuceneFields fields = new LuceneFields(text);
        fields.scan();
        return fields.asked.stream()
                .filter(field -> !view.knows(field.name(), field.existence()))
                .map(Asked::name)
                .distinct()
                .toList();
    }

    private void scan() {
        boolean existence = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> skipTo('"');
                case '/' -> skipTo('/');
                case '[', '{' -> skipRange();
                default -> {
                    if (ENDS_OF_TERMS.indexOf(c) >= 0 || c == ':') {
                        at++;
                    } else {
                        existence = term(existence);
                    }
                }
            }
        }
    }

    /**
     * Reads a term, and notes it if it is a field's name. A star in a name, which the server takes only behind a backslash,
     * makes it a pattern.
     *
     * @param value whether it is the value of {@code _exists_}
     * @return whether the next one is
     */
    private boolean term(boolean value) {
        StringBuilder term = new StringBuilder();
        boolean pattern = false;
        while (at < text.length() && text.charAt(at) != ':' && ENDS_OF_TERMS.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at++);
            boolean literal = c == '\\' && at < text.length();
            char meant = literal ? text.charAt(at++) : c;
            pattern |= meant == '*' || (meant == '?' && !literal);
            term.append(meant);
        }
        boolean beforeColon = colonFollows();
        String name = beforeColon ? withoutSign(term) : term.toString();
        if (beforeColon && name.equals(EXISTS)) {
            return true;
        }
        if ((beforeColon || value) && !pattern && !name.isEmpty()) {
            asked.add(new Asked(name, value));
        }
        return false;
    }

    /** A sign before a name makes it required or forbidden. */
    private static String withoutSign(StringBuilder term) {
        boolean sign = term.charAt(0) == '+' || term.charAt(0) == '-';
        return sign ? term.substring(1) : term.toString();
    }

    /** Blanks may stand between a name and its colon. */
    private boolean colonFollows() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private void skipTo(char end) {
        at++;
        while (at < text.length() && text.charAt(at) != end) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipRange() {
        while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != '}') {
            if (text.charAt(at) == '"') {
                skipTo('"');
            } else {
                at++;
            }
        }
    }
}
