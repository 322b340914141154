package dev.aulens.interpret;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.Doubt;
import java.util.Set;

/**
 * An event of {@code ausearch -i} with the kernel's numbers in the place of words.
 *
 * @param event whose records are raw; a word that stands for no certain number is still there, between quotes
 * @param doubts what the text leaves open
 */
public record Restored(AuditEvent event, Set<Doubt> doubts) {}
