package dev.aulens.report;

import dev.aulens.facts.Success;
import dev.aulens.record.EventId;
import dev.aulens.render.Bar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes reports as aureport does, byte for byte. */
final class AureportText {

    private static final int BAR = 20;

    private final ReportStyle style;
    private final OutputStream out;
    private long rows;

    AureportText(ReportStyle style, OutputStream out) {
        this.style = style;
        this.out = out;
    }

    /** Writes what stands above rows. */
    void detailedTitle(ReportHeading heading) throws IOException {
        line("");
        line(style.emphasis().apply(heading.title() + " Report"));
        line("=".repeat(heading.ruleAbove()));
        line("# date time " + String.join(" ", heading.columns()));
        line("=".repeat(heading.ruleBelow()));
    }

    /** Writes a row. */
    void row(EventId id, List<String> cells) throws IOException {
        StringBuilder text = new StringBuilder(128).append(++rows).append(". ").append(style.seconds(id.millis()));
        for (String cell : cells) {
            text.append(' ').append(style.escaping().escaped(cell));
        }
        line(text.toString());
    }

    /** Writes what stands in the place of rows where there are none. */
    void nothing() throws IOException {
        line("<no events of interest were found>");
        line("");
    }

    /** Writes what stands above counts. */
    void summaryTitle(ReportHeading heading, Success only) throws IOException {
        String rule = "=".repeat(heading.summaryRule());
        line("");
        line(style.emphasis().apply(selected(only) + heading.summaryTitle() + " Summary Report"));
        line(rule);
        line("total  " + heading.counted());
        line(rule);
    }

    private static String selected(Success only) {
        return switch (only) {
            case NO -> "Failed ";
            case YES -> "Success ";
            case UNSET -> "";
        };
    }

    /** Writes counts; on a terminal with bars. */
    void counts(List<Tally.Entry> entries) throws IOException {
        long most = entries.isEmpty() ? 1 : entries.get(0).count();
        for (Tally.Entry entry : entries) {
            String bar = style.width() == 0 ? "" : bar(entry.count(), most) + "  ";
            line(entry.count() + "  " + bar + style.escaping().escaped(entry.value()));
        }
    }

    /** Returns a bar, filled up with blanks. */
    private static String bar(long count, long most) {
        String bar = Bar.of(count, most, BAR);
        return bar + " ".repeat(BAR - bar.length());
    }

    /** Writes the title of the plain summary. */
    void plainTitle(Success only) throws IOException {
        line("");
        line(style.emphasis().apply(selected(only) + "Summary Report"));
        line("======================");
    }

    /** Writes the plain summary. */
    void plain(SummaryCounts counts, TimeRange asked) throws IOException {
        String first = precise(counts.first());
        String last = precise(counts.last());
        line("Range of time in logs: " + first + " - " + last);
        Long from = asked.from();
        Long to = asked.to();
        line("Selected time for report: " + style.seconds(from != null ? from : orZero(counts.first())) + " - "
                + (to == null ? last : style.seconds(to)));
        for (int i = 0; i < PlainSummary.LINES.size(); i++) {
            line("Number of " + PlainSummary.LINES.get(i).what() + ": "
                    + counts.numbers().get(i));
        }
        line("");
    }

    /** Writes from when to when logs go. */
    void logTimes(List<LogTime> logs) throws IOException {
        line("");
        line(style.emphasis().apply("Log Time Range Report"));
        line("=====================");
        for (LogTime log : logs) {
            String times = log.first() == null ? "no records" : precise(log.first()) + " - " + precise(log.last());
            line(style.escaping().escaped(log.log()) + ": " + times);
        }
    }

    private static long orZero(@Nullable Long millis) {
        return millis == null ? 0 : millis;
    }

    private String precise(@Nullable Long millis) {
        return style.seconds(orZero(millis)) + "."
                + String.valueOf(1000 + Math.floorMod(orZero(millis), 1000L)).substring(1);
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
