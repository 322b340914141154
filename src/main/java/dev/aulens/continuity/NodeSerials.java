package dev.aulens.continuity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The serial numbers of one host, boot by boot, in whatever order the parts of its log are read. */
final class NodeSerials {

    private final @Nullable String node;
    private final Budget budget;
    private final List<BootSerials> boots = new ArrayList<>();
    private @Nullable BootSerials current;
    private boolean started;
    private long events;

    NodeSerials(@Nullable String node, Budget budget) {
        this.node = node;
        this.budget = budget;
    }

    /** Notes that auditd was started. */
    void daemonStarted() {
        started = true;
    }

    /**
     * Takes an event that the kernel has numbered.
     *
     * @param initialized whether it is the first one of a boot
     */
    void accept(long serial, long millis, boolean initialized) {
        BootSerials boot = bootOf(serial, millis, initialized);
        if (boot == null) {
            if (!budget.take()) {
                return;
            }
            boot = new BootSerials(budget, serial, millis);
            boots.add(boot);
            events++;
        } else if (boot.accept(serial, millis, started)) {
            events++;
        }
        current = boot;
        started = false;
    }

    NodeSummary summary() {
        List<SerialGap> listed = new ArrayList<>();
        List<ClockJump> jumps = new ArrayList<>();
        boots.forEach(boot -> {
            listed.addAll(boot.listed());
            jumps.addAll(boot.jumps());
        });
        return new NodeSummary(
                node,
                events,
                boots.size(),
                boots.stream().mapToLong(BootSerials::gaps).sum(),
                boots.stream().mapToLong(BootSerials::lacking).sum(),
                listed,
                jumps);
    }

    private @Nullable BootSerials bootOf(long serial, long millis, boolean initialized) {
        if (initialized) {
            return boots.stream()
                    .filter(boot -> boot.beginsWith(serial, millis))
                    .findFirst()
                    .orElse(null);
        }
        if (current != null && current.takes(serial, millis, started)) {
            return current;
        }
        for (int i = boots.size() - 1; i >= 0; i--) {
            if (boots.get(i) != current && boots.get(i).takes(serial, millis, started)) {
                return boots.get(i);
            }
        }
        return null;
    }
}
