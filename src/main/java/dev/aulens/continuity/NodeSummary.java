package dev.aulens.continuity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one host.
 *
 * @param node its name, null for records without
 * @param events that the kernel has numbered
 * @param boots how often its numbers began anew, and once more
 * @param gaps how many gaps there are
 * @param lacking how many numbers are in them
 * @param listed the gaps, in the order of their boots and numbers; fewer than {@code gaps} if there are very many
 * @param jumps the times when its clock was set back
 */
public record NodeSummary(
        @Nullable String node,
        long events,
        int boots,
        long gaps,
        long lacking,
        List<SerialGap> listed,
        List<ClockJump> jumps) {

    public NodeSummary {
        listed = List.copyOf(listed);
        jumps = List.copyOf(jumps);
    }
}
