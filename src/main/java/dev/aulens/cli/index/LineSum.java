package dev.aulens.cli.index;

import dev.aulens.event.LineCounts;
import java.util.Locale;

/**
 * The sum of what the lines of logs are, in words:
 *
 * <pre>
 * 10,734 lines = 10,700 records + 0 blank + 0 separators + 34 of other programs + 0 dead letters
 * </pre>
 *
 * What other programs wrote to a syslog or a journal has its part in the sum only where there is any.
 */
public final class LineSum {

    private LineSum() {}

    /**
     * Returns the sum.
     *
     * @param malformed what the malformed lines are called, as {@code dead letters}
     */
    public static String of(LineCounts lines, String malformed) {
        return String.format(
                Locale.ROOT,
                "%,d lines = %,d records + %,d blank + %,d separators%s + %,d %s",
                lines.lines(),
                lines.records(),
                lines.blank(),
                lines.separators(),
                lines.others() == 0 ? "" : String.format(Locale.ROOT, " + %,d of other programs", lines.others()),
                lines.malformed(),
                malformed);
    }
}
