package dev.aulens.node;

import dev.aulens.Failure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for other processes, which give no sign. */
final class Waiting {

    private static final long INTERVAL_MILLIS = 100;

    private Waiting() {}

    /**
     * Looks ten times a second whether something has become true.
     *
     * @return whether it has, before the patience ended
     */
    static boolean until(BooleanSupplier done, Duration patience, NodeProgress progress) {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            if (elapsed.compareTo(patience) > 0) {
                return false;
            }
            progress.waiting(elapsed);
            try {
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            }
        }
        return true;
    }
}
