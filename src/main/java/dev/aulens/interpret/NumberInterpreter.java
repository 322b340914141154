package dev.aulens.interpret;

/** Writes what a number means. Has no state. */
@FunctionalInterface
interface NumberInterpreter {

    /**
     * Adds the meaning of a number to the text.
     *
     * @param value what the number was read from
     */
    void interpret(long number, FieldValue value, TextBuffer out);
}
