package dev.aulens.cli;

import dev.aulens.index.DeadLetters;
import java.io.PrintStream;

/** Says where the dead letters of a run are when it ends in a way that nothing else has said it. */
final class DeadLetterNotice implements AutoCloseable {

    private final DeadLetters letters;
    private final PrintStream err;
    private boolean given;

    DeadLetterNotice(DeadLetters letters, PrintStream err) {
        this.letters = letters;
        this.err = err;
    }

    /** Notes that it has been said. */
    void isGiven() {
        given = true;
    }

    @Override
    public void close() {
        if (!given && letters.isUsed()) {
            err.println("aulens: dead letters are in " + letters.file());
            err.flush();
        }
    }
}
