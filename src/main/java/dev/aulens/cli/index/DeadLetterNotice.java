package dev.aulens.cli.index;

import dev.aulens.cli.terminal.Terminal;
import dev.aulens.index.DeadLetters;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says where the dead letters of a run are when it ends without a summary, by a fault or a signal. */
final class DeadLetterNotice implements AutoCloseable {

    private final DeadLetters letters;
    private final Terminal terminal;
    private final AtomicBoolean needed = new AtomicBoolean(true);
    private final Thread hook = new Thread(this::close, "notice of dead letters");

    DeadLetterNotice(DeadLetters letters, Terminal terminal) {
        this.letters = letters;
        this.terminal = terminal;
    }

    /** Returns a notice for a command that signals end at once: it is said while the JVM shuts down, too. */
    static DeadLetterNotice despiteSignals(DeadLetters letters, Terminal terminal) {
        DeadLetterNotice notice = new DeadLetterNotice(letters, terminal);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    /** Notes that the summary of the run has said it. */
    void dismiss() {
        needed.set(false);
    }

    @Override
    public void close() {
        if (needed.getAndSet(false) && letters.isUsed()) {
            terminal.say("dead letters are in " + letters.file());
            terminal.err().flush();
        }
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the JVM shuts down
        }
    }
}
