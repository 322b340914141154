package dev.aulens.cli;

import dev.aulens.index.DeadLetters;
import java.io.PrintStream;

/** Says where the dead letters of a run are when it ends without a summary, by a fault or a signal. */
final class DeadLetterNotice implements AutoCloseable {

    private final DeadLetters letters;
    private final PrintStream err;
    private boolean needed = true;

    DeadLetterNotice(DeadLetters letters, PrintStream err) {
        this.letters = letters;
        this.err = err;
    }

    /** Notes that the summary of the run has said it. */
    void dismiss() {
        needed = false;
    }

    @Override
    public void close() {
        if (needed && letters.isUsed()) {
            err.println("aulens: dead letters are in " + letters.file());
            err.flush();
        }
    }
}
