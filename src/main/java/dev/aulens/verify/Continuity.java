package dev.aulens.verify;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches the serial numbers and the clock of each host in the logs. */
final class Continuity {

    private static final int MOST_REMEMBERED = 100_000;
    private static final int FIRST_DAEMON_TYPE = 1200; // AUDIT_FIRST_DAEMON, libaudit.h
    private static final int LAST_DAEMON_TYPE = 1299;

    private final Budget budget = new Budget(MOST_REMEMBERED);
    private final Map<@Nullable String, NodeSerials> nodes = new HashMap<>();

    /** Takes the next event of the logs. auditd numbers its own records apart, from a random number at each start. */
    void accept(AuditEvent event) {
        String name = event.id().node();
        NodeSerials node = nodes.get(name);
        if (node == null) {
            if (!budget.take()) {
                return;
            }
            node = new NodeSerials(name, budget);
            nodes.put(name, node);
        }
        RecordType type = event.first().type();
        if (type.number() >= FIRST_DAEMON_TYPE && type.number() <= LAST_DAEMON_TYPE) {
            if (type.is("DAEMON_START")) {
                node.daemonStarted();
            }
        } else if (event.id().serial() > 0) {
            node.accept(event.id().serial(), event.id().millis(), type.is("KERNEL"));
        }
    }

    /** Returns the hosts that have events of the kernel, by name. */
    List<NodeSummary> summaries() {
        return nodes.values().stream()
                .map(NodeSerials::summary)
                .filter(node -> node.events() > 0)
                .sorted((one, other) -> text(one).compareTo(text(other)))
                .toList();
    }

    /** Tells whether everything could be remembered. */
    boolean trackedAll() {
        return !budget.exceeded();
    }

    private static String text(NodeSummary summary) {
        return summary.node() == null ? "" : summary.node();
    }
}
