package dev.aulens.event;

import dev.aulens.record.EventId;
import org.jspecify.annotations.Nullable;

/** Finds the events of a log that others have {@linkplain Overtaken overtaken}. Not for use by several threads at once. */
final class LogOrder {

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
        if (before == null || !isEarlier(id, before)) {
            latest = id;
            overtaken = 0;
            return null;
        }
        return new Overtaken(before, overtaken++);
    }

    private static boolean isEarlier(EventId one, EventId other) {
        return one.millis() != other.millis() ? one.millis() < other.millis() : one.serial() < other.serial();
    }
}
