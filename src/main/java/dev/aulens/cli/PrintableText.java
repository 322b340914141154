package dev.aulens.cli;

/** Text of a log that is made harmless for a terminal. */
final class PrintableText {

    private PrintableText() {}

    /** Returns the text with a question mark for each character that a terminal obeys. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isObeyed(c) ? '?' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isObeyed(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
