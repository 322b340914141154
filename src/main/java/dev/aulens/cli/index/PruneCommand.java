package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.elastic.ClosedIndices;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.PrefixIndices;
import dev.aulens.index.Retention;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Drops old indices. */
@Command(
        name = "prune",
        description = {
            "Drop the indices that are too old. Without --yes it only shows which.",
            "",
            "An index is dropped as a whole, when the month or day that it is named for is over before the limit and no"
                    + " event in it is younger. Indices of other prefixes are never touched."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens prune --older-than 400d              what would be dropped",
            "  aulens prune --older-than 18mo --yes        drop it",
            "  aulens prune --older-than 2025-01-01 --yes  all months before 2025"
        })
public final class PruneCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1_000_000;

    @ParentCommand
    private RootCommand aulens;

    @Option(
            names = "--older-than",
            paramLabel = "AGE|DATE",
            required = true,
            converter = AgeLimit.Converter.class,
            description = "Drop what is older: 400d, 8w, 18mo, 2y, or from before a date (UTC).")
    private AgeLimit limit;

    @Option(names = "--yes", description = "Drop them. What is dropped is gone.")
    private boolean yes;

    @Mixin
    private ServerOptions indices;

    @Override
    public Integer call() {
        Context context = aulens.context();
        PrintStream out = context.terminal().out();
        String prefix = indices.prefix(context.settings());
        Instant before = limit.at(Instant.now());
        try (ElasticsearchConnection server = indices.connect(context.settings())) {
            Retention retention = new Retention(server);
            List<Retention.Holding> old = retention.before(before, prefix);
            ClosedIndices closed = retention.closedBefore(before, prefix);
            if (!closed.isEmpty()) {
                context.terminal().say(closed.notice());
            }
            if (old.isEmpty()) {
                if (new PrefixIndices(server).withClosed(prefix).isEmpty()) {
                    throw new Failure("there is no index " + prefix + "-*; name another set with --index");
                }
                out.println("no index of prefix " + prefix + " is wholly before " + date(before));
                return ExitStatus.DONE;
            }
            print(old, out);
            if (yes) {
                for (Retention.Holding holding : old) {
                    retention.drop(holding);
                    out.println("dropped " + holding.name());
                }
            } else {
                out.println("nothing is dropped yet; add --yes to drop "
                        + (old.size() == 1 ? "this index" : "these " + old.size() + " indices"));
            }
        }
        return ExitStatus.DONE;
    }

    /**
     * Prints:
     *
     * <pre>
     * index                            events         MB  first event           last event
     * auditd-2025.01                1,234,567      456.7  2025-01-01T00:00:03Z  2025-01-31T23:59:58Z
     * </pre>
     */
    private static void print(List<Retention.Holding> old, PrintStream out) {
        int width = old.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        String row = "%-" + width + "s  %15s  %10s  %-20s  %s%n";
        out.printf(Locale.ROOT, row, "index", "events", "MB", "first event", "last event");
        for (Retention.Holding each : old) {
            out.printf(
                    Locale.ROOT,
                    row,
                    each.name(),
                    String.format(Locale.ROOT, "%,d", each.events()),
                    String.format(Locale.ROOT, "%,.1f", each.bytes() / MEGABYTE),
                    date(each.first()),
                    date(each.last()));
        }
    }

    private static String date(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
