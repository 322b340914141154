/** Records that belong together: one event, and the assembly of events from interleaved records. */
@NullMarked
package dev.aulens.event;

import org.jspecify.annotations.NullMarked;
