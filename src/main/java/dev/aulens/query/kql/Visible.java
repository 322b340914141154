package dev.aulens.query.kql;

import dev.aulens.render.TextWidth;

/** Queries as they are shown to the person who wrote them. */
final class Visible {

    private static final int BEFORE = 60;
    private static final int BEHIND = 18;

    private Visible() {}

    /** Returns the text with a question mark for each character that a terminal would obey. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(isHarmless(c) ? c : '?');
        }
        return shown.toString();
    }

    /** Returns the query's surroundings of a place, and below it a caret. */
    static String caret(String query, int offset) {
        int at = Math.min(offset, query.length());
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(query.length(), at + BEHIND);
        String before = (from > 0 ? "…" : "") + text(query.substring(from, at));
        String behind = text(query.substring(at, to)) + (to < query.length() ? "…" : "");
        return "  " + before + behind + "\n  " + " ".repeat(TextWidth.of(before)) + "^";
    }

    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
