package dev.aulens.search;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;

/**
 * A document that a query found, as the event that it was made of.
 *
 * @param event its raw records, parsed again
 * @param names of users and groups that were resolved when the event was indexed
 */
public record Hit(AuditEvent event, Identities names) {}
