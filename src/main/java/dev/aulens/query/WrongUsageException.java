package dev.aulens.query;

/** Words that make no sense as options or as a time. The message is one line, ausearch's own where it has one. */
public final class WrongUsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, for the user */
    public WrongUsageException(String message) {
        super(message);
    }
}
