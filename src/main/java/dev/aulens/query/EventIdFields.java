package dev.aulens.query;

/** The fields of a document that hold the event's id: hits are ordered by them, and found again by them. */
public final class EventIdFields {

    /** The time, to the millisecond. */
    public static final String TIME = "@timestamp";

    /** The serial number. */
    public static final String SERIAL = "event.sequence";

    /** The host; an event of a log without names has none. */
    public static final String NODE = "host.name";

    private EventIdFields() {}
}
