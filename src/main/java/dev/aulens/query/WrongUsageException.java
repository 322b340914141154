package dev.aulens.query;

/** Words that make no sense as options or as a time. The message is one line, ausearch's own where it has one. */
public final class WrongUsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;

    /** @param message what is wrong, for the user */
    public WrongUsageException(String message) {
        this(message, "");
    }

    /**
     * @param message what is wrong, for the user
     * @param place lines that show where
     */
    public WrongUsageException(String message, String place) {
        super(message);
        this.place = place;
    }

    /** Returns lines that show where the fault is, empty if there is nothing to show. */
    public String place() {
        return place;
    }
}
