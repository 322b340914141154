package dev.aulens.cli.verify;

import dev.aulens.cli.index.LineSum;
import dev.aulens.continuity.ClockJump;
import dev.aulens.continuity.LossSign;
import dev.aulens.continuity.NodeSummary;
import dev.aulens.continuity.SerialGap;
import dev.aulens.record.EventId;
import dev.aulens.render.Escaping;
import dev.aulens.verify.EventCounts;
import dev.aulens.verify.Finding;
import dev.aulens.verify.Verification;
import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verification for people:
 *
 * <pre>
 * missing    web1 1700000000.123:7  /var/log/audit/audit.log, byte 812
 * 7,000 lines = 7,000 records + 0 blank + 0 separators + 0 that are no records
 * 2,022 events = 2,021 complete + 1 missing + 0 different
 *
 * host                        events  boots    gaps    lacking  clock set back
 * web1                         2,022      1       1          3               0
 *
 * gap    web1  3 serial numbers, 4711 to 4713, between 2023-11-14T22:13:20.123Z and 2023-11-14T22:13:21.007Z
 * </pre>
 */
final class VerifyText implements VerifyReport {

    private final PrintStream out;
    private final long limit;
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);

    /** @param limit the most details of each kind */
    VerifyText(PrintStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    @Override
    public void accept(Finding finding) {
        if (counts.merge(finding.kind(), 1L, Long::sum) > limit) {
            return;
        }
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%-9s  ", word(finding.kind()))).append(id(finding.id()));
        if (finding.origin() != null) {
            line.append("  ")
                    .append(Escaping.TTY.escaped(finding.origin().source()))
                    .append(", byte ")
                    .append(finding.origin().offset());
        }
        if (!finding.names().isEmpty()) {
            line.append(
                            finding.kind() == Finding.Kind.ALTERED
                                    ? ": its records say otherwise of "
                                    : ": its document lacks ")
                    .append(Escaping.TTY.escaped(String.join(", ", finding.names())));
        }
        out.println(line);
    }

    @Override
    public void end(Verification verification) {
        counts.forEach((kind, count) -> more(word(kind), count));
        out.println(LineSum.of(verification.lines(), "that are no records"));
        events(verification.events());
        nodes(verification.nodes());
        for (LossSign sign : verification.signs()) {
            out.printf(Locale.ROOT, "lost   %s: %,d lines", sign.meaning(), sign.lines());
            sign.records().ifPresent(records -> out.printf(Locale.ROOT, ", at least %,d records", records));
            out.println();
        }
        if (!verification.trackedAll()) {
            out.println("there were too many gaps or hosts to keep track of each; some of the gaps may be none");
        }
        out.printf(
                Locale.ROOT,
                "%s (%.1f s)%n",
                conclusion(verification.events()),
                verification.elapsed().toMillis() / 1000.0);
    }

    private static String conclusion(EventCounts events) {
        if (events.agree()) {
            return "complete: the index holds all records of the logs";
        }
        if (events.events() == 0) {
            return "nothing is verified: no record was read";
        }
        return events.missing() + events.different() > 0
                ? "NOT complete: see above; 'aulens index' with the same logs adds what is missing"
                : "NOT as the logs say: see above; delete those documents, and 'aulens index' with the same logs writes right"
                        + " ones";
    }

    private void events(EventCounts events) {
        out.printf(
                Locale.ROOT,
                "%,d events = %,d complete + %,d missing + %,d different%n",
                events.events(),
                events.complete(),
                events.missing(),
                events.different());
        if (events.doubled() > 0) {
            out.printf(Locale.ROOT, "%,d of them are in an index of a month and in one of a day%n", events.doubled());
        }
        events.altered()
                .ifPresent(altered -> out.printf(
                        Locale.ROOT, "%,d of the complete have fields that are not what their records say%n", altered));
        events.extra()
                .ifPresent(extra -> out.printf(
                        Locale.ROOT, "%,d more events of these hosts and this time are in the index%n", extra));
    }

    private void nodes(List<NodeSummary> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        String row = "%-20s  %12s  %5s  %6s  %9s  %14s%n";
        out.println();
        out.printf(Locale.ROOT, row, "host", "events", "boots", "gaps", "lacking", "clock set back");
        for (NodeSummary node : nodes) {
            out.printf(
                    Locale.ROOT,
                    row,
                    name(node.node()),
                    number(node.events()),
                    number(node.boots()),
                    number(node.gaps()),
                    number(node.lacking()),
                    number(node.jumps().size()));
        }
        out.println();
        nodes.forEach(this::details);
    }

    private void details(NodeSummary node) {
        for (SerialGap gap : node.listed().stream().limit(limit).toList()) {
            out.printf(
                    Locale.ROOT,
                    "gap    %s  %,d serial numbers, %d to %d, between %s and %s%s%n",
                    name(node.node()),
                    gap.count(),
                    gap.first(),
                    gap.last(),
                    Instant.ofEpochMilli(gap.after()),
                    Instant.ofEpochMilli(gap.before()),
                    gap.daemonStarted() ? "; auditd was started in between" : "");
        }
        more("gaps", node.gaps());
        for (ClockJump jump : node.jumps().stream().limit(limit).toList()) {
            out.printf(
                    Locale.ROOT,
                    "clock  %s  set back from %s to %s at serial number %d%n",
                    name(node.node()),
                    Instant.ofEpochMilli(jump.from()),
                    Instant.ofEpochMilli(jump.to()),
                    jump.serial());
        }
        more("changes of the clock", node.jumps().size());
    }

    private void more(String what, long count) {
        if (count > limit) {
            out.printf(Locale.ROOT, "... and %,d more: %s (-v shows all)%n", count - limit, what);
        }
    }

    private static String id(EventId id) {
        String node = id.node();
        return (node == null ? "" : Escaping.TTY.escaped(node) + " ") + id.timeAndSerial();
    }

    private static String name(@Nullable String node) {
        return node == null ? "(no name)" : Escaping.TTY.escaped(node);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String word(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
