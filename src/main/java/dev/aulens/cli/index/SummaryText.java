package dev.aulens.cli.index;

import dev.aulens.event.LineCounts;
import dev.aulens.index.IndexingSummary;
import dev.aulens.render.Escaping;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The summary that ends an indexing run:
 *
 * <pre>
 * 10,734 lines = 10,734 records + 0 blank + 0 separators + 0 dead letters
 * 7,019 events = 7,019 documents created + 0 joined + 0 duplicates + 0 rejected
 * 2,489,778 bytes in 1.4 s (5,013 events/s)
 * </pre>
 */
final class SummaryText {

    private SummaryText() {}

    static void print(IndexingSummary summary, Path deadLetters, PrintStream out) {
        LineCounts lines = summary.lines();
        double seconds = summary.elapsed().toMillis() / 1000.0;
        out.println(LineSum.of(lines, "dead letters"));
        out.printf(
                Locale.ROOT,
                "%,d events = %,d documents created + %,d joined + %,d duplicates + %,d rejected%n",
                summary.events(),
                summary.created(),
                summary.joined(),
                summary.duplicates(),
                summary.rejected());
        out.printf(
                Locale.ROOT,
                "%,d bytes in %.1f s (%,.0f events/s)%n",
                lines.bytes(),
                seconds,
                summary.events() / Math.max(seconds, 0.001));
        if (summary.hasLosses()) {
            out.println("dead letters are in " + Escaping.TTY.escaped(deadLetters.toString()));
        }
    }
}
