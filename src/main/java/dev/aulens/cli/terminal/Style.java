package dev.aulens.cli.terminal;

/** What text is on a terminal, and how that looks (ECMA-48, Select Graphic Rendition). */
public enum Style {
    /** What was searched for. */
    MATCH("1;31"),
    /** The heading of a table. */
    HEADING("1");

    private final String begin;

    Style(String parameters) {
        this.begin = "\u001b[" + parameters + "m";
    }

    /** Returns the text in this style. */
    public String apply(String text) {
        return begin + text + end();
    }

    /** Returns what begins text of this style. */
    public String begin() {
        return begin;
    }

    /** Returns what ends it. */
    public static String end() {
        return "\u001b[0m";
    }
}
