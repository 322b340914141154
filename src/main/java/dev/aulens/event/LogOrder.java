package dev.aulens.event;

import dev.aulens.record.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of a log that others have {@linkplain Overtaken overtaken}.
 *
 * <p>Only within {@link #MOST_MILLIS}, which is as long as events wait for their records. What is in greater disorder (a
 * clock that was set back, rotated files put together the wrong way round) says nothing of what came first, and is in
 * order of time. Not for use by several threads at once.
 */
final class LogOrder {

    private static final long MOST_MILLIS = EventAssembler.TIMEOUT_SECONDS * 1000;

    private @Nullable EventId latest;
    private int overtaken;

    /** Begins another log. */
    void begin() {
        latest = null;
    }

    /**
     * Takes the next event of the log.
     *
     * @return which event has overtaken it; null if none has, as mostly
     */
    @Nullable
    Overtaken next(EventId id) {
        EventId before = latest;
        if (before == null || !id.precedes(before)) {
            latest = id;
            overtaken = 0;
            return null;
        }
        return before.millis() - id.millis() <= MOST_MILLIS ? new Overtaken(before, overtaken++) : null;
    }
}
