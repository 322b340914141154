package dev.aulens.cli.index;

import dev.aulens.cli.command.ExitStatus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in its own way on SIGTERM, SIGINT and SIGHUP, with its own exit status.
 *
 * <p>The command is asked to stop. If it has not ended after {@link #PATIENCE_SECONDS}, which is less than systemd and
 * people wait, it is interrupted.
 */
final class Termination implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;
    private static final int LAST_PATIENCE_SECONDS = 5;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "end of the command");
    private volatile int status = ExitStatus.FAILED;

    private Termination() {}

    /** Takes over the signals for the command that the calling thread runs. */
    static Termination ofThisThread() {
        Termination termination = new Termination();
        Runtime.getRuntime().addShutdownHook(termination.hook);
        return termination;
    }

    /** Returns what opens when the command is to stop. */
    CountDownLatch requested() {
        return requested;
    }

    /** Tells whether the command is to stop. */
    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Says that the command has ended, with what exit status. All it has printed must be flushed. */
    void ended(int exitStatus) {
        status = exitStatus;
        ended.countDown();
    }

    /** Gives the signals back, if none has come. */
    @Override
    public void close() {
        ended.countDown();
        if (!isRequested()) {
            try {
                boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // a signal has come just now
            }
        }
    }

    /** Runs while the JVM shuts down; it alone can give the process another status than that of the signal. */
    private void end() {
        requested.countDown();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                command.interrupt();
                boolean unused = ended.await(LAST_PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status);
    }
}
