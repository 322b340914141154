package dev.aulens.event;

/** Takes the events that an {@link EventAssembler} completes. */
@FunctionalInterface
public interface EventSink {

    /** Takes an event; it may wait (back-pressure). */
    void accept(AuditEvent event);
}
