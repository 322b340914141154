package dev.aulens.interpret;

/** Writes what the values of one kind of field mean. Has no state. */
@FunctionalInterface
interface FieldInterpreter {

    /** Adds the meaning of a value to the text. */
    void interpret(FieldValue value, TextBuffer out);
}
