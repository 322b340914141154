package dev.aulens.index;

import dev.aulens.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between attempts at something that may pass: doubled each time up to a quarter of a minute, with jitter so that
 * several indexers do not come back at once.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 15_000;

    private final Duration patience;
    private final long start = System.nanoTime();
    private long pause = FIRST_MILLIS;

    /** @param patience how long to go on trying */
    Backoff(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits before the next attempt.
     *
     * @return false if patience has run out
     * @throws Failure if the program is being ended
     */
    boolean pause() {
        if (System.nanoTime() - start > patience.toNanos()) {
            return false;
        }
        long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
        pause = Math.min(2 * pause, LONGEST_MILLIS);
        try {
            Thread.sleep(jittered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted; run again: nothing is indexed twice", e);
        }
        return true;
    }
}
