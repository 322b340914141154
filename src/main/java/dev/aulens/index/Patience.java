package dev.aulens.index;

import dev.aulens.Failure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the server is busy, full or away ({@link PassingFaults}): for how long to try again, and what is said
 * about it. One line when the waiting begins, one when the reason changes, once a minute at most, one when it is over.
 *
 * <p>Used by one thread; {@link #retries} and {@link #waits} may be read by others.
 */
public final class Patience {

    /** A patience that does not end. */
    public static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Duration limit;
    private final Logger log = LoggerFactory.getLogger(Patience.class);
    private final AtomicLong retries = new AtomicLong();
    private volatile boolean waits;
    private String reason = "";
    private long since;
    private long spoke;

    /** @param limit how long one request is tried again, {@link #FOR_EVER} for no limit */
    public Patience(Duration limit) {
        this.limit = limit;
    }

    /** Returns how many times something was tried again. */
    public long retries() {
        return retries.get();
    }

    /** Returns whether the server is being waited for. */
    public boolean waits() {
        return waits;
    }

    /**
     * Does something with the server, again and again while its faults may pass.
     *
     * @param attempt throws a Failure with the fault as its cause
     * @throws Failure if the fault will not pass, or patience has run out
     */
    public <T> T await(Supplier<T> attempt) {
        Backoff backoff = backoff();
        while (true) {
            try {
                T result = attempt.get();
                goOn();
                return result;
            } catch (Failure failure) {
                if (!PassingFaults.ofRequest(failure.getCause())) {
                    throw failure;
                }
                pause(failure, backoff);
            }
        }
    }

    /** Returns the pauses for one request. */
    Backoff backoff() {
        return new Backoff(limit);
    }

    /**
     * Waits after a fault that may pass, before the next attempt.
     *
     * @param failure what to throw if patience has run out
     */
    void pause(Failure failure, Backoff backoff) {
        if (limit.isZero()) {
            throw failure;
        }
        String why = String.valueOf(failure.getMessage());
        long now = System.nanoTime();
        if (!waits) {
            waits = true;
            since = now;
            say(why, now);
        } else if (!why.equals(reason) && now - spoke > SILENCE_NANOS) {
            say(why, now);
        }
        if (!backoff.pause()) {
            throw failure;
        }
        retries.incrementAndGet();
    }

    /** Notes that the server does what it is asked again. */
    void goOn() {
        if (waits) {
            waits = false;
            log.warn(
                    "going on after {} s",
                    Duration.ofNanos(System.nanoTime() - since).toSeconds());
        }
    }

    private void say(String why, long now) {
        reason = why;
        spoke = now;
        log.warn("waiting: {}", why);
    }
}
