package dev.aulens.cli.index;

import dev.aulens.cli.terminal.Terminal;
import dev.aulens.index.DeadLetters;

/** Says where the dead letters of a run are when it ends without a summary, by a fault or a signal. */
final class DeadLetterNotice implements AutoCloseable {

    private final DeadLetters letters;
    private final Terminal terminal;
    private boolean needed = true;

    DeadLetterNotice(DeadLetters letters, Terminal terminal) {
        this.letters = letters;
        this.terminal = terminal;
    }

    /** Notes that the summary of the run has said it. */
    void dismiss() {
        needed = false;
    }

    @Override
    public void close() {
        if (needed && letters.isUsed()) {
            terminal.say("dead letters are in " + letters.file());
            terminal.err().flush();
        }
    }
}
