package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the characters of KQL: white space, signs, operators, literals.
 *
 * <p>Each method moves on behind what it reads, or stays, keeps what was missing, and says so with false or null.
 * Operators and literals hide in each other ({@code and} ends an unquoted literal only between blanks, {@code not} even
 * inside a word), so there are no tokens.
 */
final class KqlScanner {

    private static final String SPECIAL = "\\():<>\"*{}";
    private static final String[] OPERATORS = {"or", "and", "not"};

    private final String text;
    private final Expectations expected;
    private final BitSet blankWasMissing = new BitSet();
    private int at;
    private int blanksFrom = -1;
    private int blanksTo = -1;

    KqlScanner(String text, Expectations expected) {
        this.text = text;
        this.expected = expected;
    }

    int at() {
        return at;
    }

    /** Goes back to a place, to read what stands there as something else. */
    void backTo(int place) {
        at = place;
    }

    boolean atEnd() {
        if (at < text.length()) {
            expected.missing("end of input", at);
            return false;
        }
        return true;
    }

    boolean sign(String sign) {
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        expected.missing("\"" + sign + "\"", at);
        return false;
    }

    /** Skips white space. */
    void blanks() {
        if (at < blanksFrom || at >= blanksTo) {
            blanksFrom = at;
            blanksTo = at;
            while (blanksTo < text.length() && isBlank(text.charAt(blanksTo))) {
                blanksTo++;
            }
        }
        at = blanksTo;
        blankIsMissing();
    }

    /** Kibana's parser remembers what it has tried: a place is said to lack a blank once only. */
    private void blankIsMissing() {
        if (!blankWasMissing.get(at)) {
            blankWasMissing.set(at);
            expected.missing("whitespace", at);
        }
    }

    boolean or() {
        return part("OR", () -> between("or")) != null;
    }

    boolean and() {
        return part("AND", () -> between("and")) != null;
    }

    boolean not() {
        return part("NOT", () -> before("not")) != null;
    }

    /** Reads a literal that is meant to be something, as {@code field name}. */
    @Nullable
    KqlLiteral literal(String meaning) {
        return part(meaning, () -> at < text.length() && text.charAt(at) == '"' ? quoted() : unquoted());
    }

    /** Something that is read, or null. */
    @FunctionalInterface
    private interface Part<T> {
        @Nullable
        T read();
    }

    private <T> @Nullable T part(String name, Part<T> part) {
        int from = at;
        expected.beginPart();
        T read = part.read();
        expected.endPart();
        if (read == null) {
            at = from;
            expected.missing(name, from);
        }
        return read;
    }

    private @Nullable Boolean between(String operator) {
        int from = at;
        blanks();
        return at > from ? before(operator) : null;
    }

    private @Nullable Boolean before(String operator) {
        if (!text.regionMatches(true, at, operator, 0, operator.length())) {
            return null;
        }
        at += operator.length();
        int from = at;
        blanks();
        return at > from ? Boolean.TRUE : null;
    }

    private @Nullable KqlLiteral quoted() {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return new KqlLiteral.Text(value.toString(), true, from);
            }
            if (c != '\\' || !escape("\\\"", value)) {
                value.append(c);
                at++;
            }
        }
        return null;
    }

    private @Nullable KqlLiteral unquoted() {
        int from = at;
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '*') {
                parts.add(part.toString());
                part.setLength(0);
                at++;
            } else if (c == '\\') {
                if (!escape(SPECIAL, part) && !escapedOperator(part)) {
                    break;
                }
            } else if (SPECIAL.indexOf(c) >= 0 || isOperator()) {
                break;
            } else {
                part.append(c);
                at++;
            }
        }
        if (at == text.length()) {
            isOperator(); // as Kibana's parser, which thereby has tried for a blank
        }
        parts.add(part.toString());
        return at == from ? null : meaning(parts, from);
    }

    private static KqlLiteral meaning(List<String> parts, int from) {
        int last = parts.size() - 1;
        parts.set(0, JavaScript.trimStart(parts.get(0)));
        parts.set(last, JavaScript.trimEnd(parts.get(last)));
        if (last > 0) {
            return new KqlLiteral.Wildcard(parts, from);
        }
        String text = parts.get(0);
        return switch (text) {
            case "true" -> new KqlLiteral.Truth(true, from);
            case "false" -> new KqlLiteral.Truth(false, from);
            case "null" -> new KqlLiteral.Null(from);
            default -> new KqlLiteral.Text(text, false, from);
        };
    }

    /** Reads a backslash and what it gives a meaning to, or takes one from. */
    private boolean escape(String special, StringBuilder out) {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        switch (c) {
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'n' -> out.append('\n');
            case 'u' -> {
                int code = hex(at + 2);
                if (code < 0) {
                    return false;
                }
                out.append((char) code);
                at += 4;
            }
            default -> {
                if (special.indexOf(c) < 0) {
                    return false;
                }
                out.append(c);
            }
        }
        at += 2;
        return true;
    }

    private boolean escapedOperator(StringBuilder out) {
        for (String operator : OPERATORS) {
            if (text.regionMatches(true, at + 1, operator, 0, operator.length())) {
                out.append(text, at + 1, at + 1 + operator.length());
                at += 1 + operator.length();
                return true;
            }
        }
        return false;
    }

    /** Tells whether an operator stands here that ends a literal: {@code or} and {@code and} behind one blank. */
    private boolean isOperator() {
        int from = at;
        expected.beginPart();
        boolean operator = (blank() && (word("or") || word("and")));
        at = from;
        operator |= word("not");
        at = from;
        expected.endPart();
        return operator;
    }

    private boolean word(String operator) {
        int from = at;
        if (text.regionMatches(true, at, operator, 0, operator.length())) {
            at += operator.length();
            if (blank()) {
                return true;
            }
        }
        at = from;
        return false;
    }

    private boolean blank() {
        if (at < text.length() && isBlank(text.charAt(at))) {
            at++;
            return true;
        }
        blankIsMissing();
        return false;
    }

    private int hex(int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00A0';
    }
}
