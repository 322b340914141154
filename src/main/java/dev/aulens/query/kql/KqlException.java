package dev.aulens.query.kql;

/**
 * A query that is no KQL, or asks what cannot be answered. The message is Kibana's where Kibana has one. It may
 * hold what the query holds, so that it must be escaped where it is printed.
 */
public final class KqlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * @param message what is wrong, in one line
     * @param offset where, in UTF-16 units from the query's beginning
     */
    KqlException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Returns where the fault is, in UTF-16 units from the query's beginning. */
    public int offset() {
        return offset;
    }

    /** Returns the query, and below it a caret where the fault is: two lines. */
    public String place(String query) {
        return Visible.caret(query, offset);
    }
}
