package dev.aulens.index;

/** The server answers a request, but refuses what it asks of one document. */
final class RefusedDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /** @param outcome what the server says of the document */
    RefusedDocumentException(BulkAnswer.Outcome outcome) {
        super(outcome.reason());
        this.mayPass = outcome.mayPass();
    }

    /** Returns whether the server may do later what it refuses now. */
    boolean mayPass() {
        return mayPass;
    }
}
