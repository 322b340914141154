package dev.aulens.continuity;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches the serial numbers and the clock of each host. Memory is bounded, whatever comes.
 *
 * <p>Not for use by several threads at once.
 */
public final class Continuity {

    private static final int MOST_REMEMBERED = 100_000;

    private final Budget budget = new Budget(MOST_REMEMBERED);
    private final Map<@Nullable String, NodeSerials> nodes = new HashMap<>();

    /** Takes the next event of the logs. auditd numbers its own records apart, from a random number at each start. */
    public void accept(AuditEvent event) {
        RecordType type = event.first().type();
        if (type.isDaemonMessage()) {
            if (type.is("DAEMON_START")) {
                daemonStarted(event.id().node());
            }
        } else {
            accept(event.id(), type.is("KERNEL"));
        }
    }

    /** Notes that auditd was started on a host. */
    public void daemonStarted(@Nullable String node) {
        NodeSerials serials = serialsOf(node);
        if (serials != null) {
            serials.daemonStarted();
        }
    }

    /**
     * Takes the next event that the kernel has numbered.
     *
     * @param initialized whether it is the first one of a boot
     */
    public void accept(EventId id, boolean initialized) {
        NodeSerials serials = serialsOf(id.node());
        if (serials != null && id.serial() > 0) {
            serials.accept(id.serial(), id.millis(), initialized);
        }
    }

    private @Nullable NodeSerials serialsOf(@Nullable String name) {
        NodeSerials node = nodes.get(name);
        if (node == null && budget.take()) {
            node = new NodeSerials(name, budget);
            nodes.put(name, node);
        }
        return node;
    }

    /** Returns the hosts that have events of the kernel, by name. */
    public List<NodeSummary> summaries() {
        return nodes.values().stream()
                .map(NodeSerials::summary)
                .filter(node -> node.events() > 0)
                .sorted((one, other) -> text(one).compareTo(text(other)))
                .toList();
    }

    /** Tells whether everything could be remembered. */
    public boolean trackedAll() {
        return !budget.exceeded();
    }

    private static String text(NodeSummary summary) {
        return summary.node() == null ? "" : summary.node();
    }
}
