package dev.aulens.bench.measure;

import java.io.IOException;

/** A command that ended with a fault: there is nothing to measure. */
public final class FailedCommandException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    FailedCommandException(String command, int status) {
        super(command + ": status " + status);
        this.status = status;
    }

    /** Returns its exit status. */
    public int status() {
        return status;
    }
}
