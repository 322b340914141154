package dev.aulens.query.kql;

/** White space as JavaScript has it (ECMA-262, WhiteSpace and LineTerminator), which Kibana trims values by. */
final class JavaScript {

    private JavaScript() {}

    static String trimStart(String text) {
        int from = 0;
        while (from < text.length() && isWhiteSpace(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    static String trimEnd(String text) {
        int to = text.length();
        while (to > 0 && isWhiteSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean isWhiteSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || c == '\uFEFF'
                || c == '\u2028'
                || c == '\u2029'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
