package dev.aulens.report;

import dev.aulens.facts.EventFacts;
import dev.aulens.interpret.Identities;

/**
 * An event on its way into a report.
 *
 * @param facts what aureport reads from it
 * @param names of users and groups that its records do not carry
 */
record ReportedEvent(EventFacts facts, Identities names) {}
