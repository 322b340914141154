package dev.aulens;

/**
 * A fault that the user can do something about.
 *
 * <p>Its message is one line: what happened, to which input (file, line, address), and the way out. Commands print it
 * after {@code aulens: } and end with the status of a fault; a stack trace is shown only when asked for.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what happened, to what, and the way out, in one line */
    public Failure(String message) {
        super(message);
    }

    /**
     * @param message what happened, to what, and the way out, in one line
     * @param cause what was caught, for the stack trace
     */
    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
