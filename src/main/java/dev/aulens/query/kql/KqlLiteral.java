package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;

/** The name of a field, or a value, as it stands in KQL. */
public sealed interface KqlLiteral {

    /** Returns where it begins in the query, in UTF-16 units. */
    int at();

    /** Returns it as text; stars of a pattern are stars. */
    String text();

    /** A text that means itself; numbers are texts too. */
    record Text(String text, boolean quoted, int at) implements KqlLiteral {}

    /**
     * A pattern: texts with any text between each two.
     *
     * @param parts two at least; empty where the pattern begins or ends with a star, or has two in a row
     */
    record Wildcard(List<String> parts, int at) implements KqlLiteral {

        public Wildcard {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return String.join("*", parts);
        }

        /** Tells whether the pattern is a single star. */
        boolean isLoneStar() {
            return parts.size() == 2 && parts.get(0).isEmpty() && parts.get(1).isEmpty();
        }

        /** Tells whether the pattern begins with a star and goes on. */
        boolean hasLeadingStar() {
            return parts.get(0).isEmpty() && !isLoneStar();
        }

        /** Returns the pattern with a text before it. */
        Wildcard after(String prefix) {
            List<String> longer = new ArrayList<>(parts);
            longer.set(0, prefix + parts.get(0));
            return new Wildcard(longer, at);
        }

        /** Tells whether a text is as the pattern, from end to end. */
        boolean matches(String name) {
            int last = parts.size() - 1;
            if (!name.startsWith(parts.get(0))) {
                return false;
            }
            int from = parts.get(0).length();
            for (String part : parts.subList(1, last)) {
                int found = name.indexOf(part, from);
                if (found < 0) {
                    return false;
                }
                from = found + part.length();
            }
            return name.length() - from >= parts.get(last).length() && name.endsWith(parts.get(last));
        }
    }

    /** {@code true} or {@code false} without quotes. */
    record Truth(boolean value, int at) implements KqlLiteral {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** {@code null} without quotes. */
    record Null(int at) implements KqlLiteral {
        @Override
        public String text() {
            return "null";
        }
    }
}
