package dev.aulens.query.kql;

import dev.aulens.render.Escaping;
import dev.aulens.render.TextWidth;

/** Queries as they are shown to the person who wrote them. */
final class Visible {

    private static final int BEFORE = 60;
    private static final int BEHIND = 18;

    private Visible() {}

    /** Returns the query's surroundings of a place, with what a terminal would obey escaped, and below it a caret. */
    static String caret(String query, int offset) {
        int at = Math.min(offset, query.length());
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(query.length(), at + BEHIND);
        String before = (from > 0 ? "…" : "") + Escaping.TTY.escaped(query.substring(from, at));
        String behind = Escaping.TTY.escaped(query.substring(at, to)) + (to < query.length() ? "…" : "");
        return "  " + before + behind + "\n  " + " ".repeat(TextWidth.of(before)) + "^";
    }
}
