package dev.aulens.verify;

import dev.aulens.continuity.LossSign;
import dev.aulens.continuity.NodeSummary;
import dev.aulens.event.LineCounts;
import java.time.Duration;
import java.util.List;

/**
 * What came out.
 *
 * @param lines of the logs
 * @param events of the logs and their documents
 * @param nodes the hosts that wrote the logs
 * @param signs of records that were lost earlier
 * @param trackedAll false if there were too many gaps or hosts to keep track of each: some gaps may then be none
 * @param elapsed from the first byte to the last answer
 */
public record Verification(
        LineCounts lines,
        EventCounts events,
        List<NodeSummary> nodes,
        List<LossSign> signs,
        boolean trackedAll,
        Duration elapsed) {

    public Verification {
        nodes = List.copyOf(nodes);
        signs = List.copyOf(signs);
    }
}
