package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import dev.aulens.record.EventId;

/** The id of an event in an address: {@code milliseconds,serial,node}; without node {@code milliseconds,serial}. */
final class Position {

    private Position() {}

    static String print(EventId id) {
        return id.millis() + "," + id.serial() + (id.node() == null ? "" : "," + id.node());
    }

    /** @throws WrongUsageException if it is none */
    static EventId parse(String text) throws WrongUsageException {
        String[] parts = text.split(",", 3);
        try {
            if (parts.length > 1) {
                return new EventId(
                        parts.length == 3 ? parts[2] : null, Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw noPosition();
        }
        throw noPosition();
    }

    private static WrongUsageException noPosition() {
        return new WrongUsageException("'after' names no event");
    }
}
