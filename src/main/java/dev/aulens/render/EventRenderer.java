package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes events in one format. It writes bytes: what a log holds need not be UTF-8.
 *
 * <p>{@link #begin} comes before the first event and {@link #end} after the last, both only if there is an event.
 */
public interface EventRenderer {

    /** Writes what stands before the first event. */
    default void begin(OutputStream out) throws IOException {}

    /**
     * Writes one event.
     *
     * @param names names of users and groups that the records do not carry
     */
    void render(AuditEvent event, Identities names, OutputStream out) throws IOException;

    /** Writes what stands after the last event. */
    default void end(OutputStream out) throws IOException {}
}
