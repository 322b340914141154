package dev.aulens.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What stands above a report, from the table {@code headings.tsv}.
 *
 * @param title without the word Report
 * @param ruleAbove the length of the line above the columns
 * @param ruleBelow the length of the line below them
 * @param columns behind the number, date and time
 * @param summaryTitle without the words Summary Report
 * @param summaryRule the length of the lines
 * @param counted what the summary counts
 */
record ReportHeading(
        String title,
        int ruleAbove,
        int ruleBelow,
        List<String> columns,
        String summaryTitle,
        int summaryRule,
        String counted) {

    private static final int CELLS = 8;

    /**
     * Returns the heading of a report.
     *
     * @throws IllegalArgumentException if the table has none
     */
    static ReportHeading of(ReportKind kind) {
        try (InputStream table =
                        Objects.requireNonNull(ReportHeading.class.getResourceAsStream("headings.tsv"), "table");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length == CELLS && cells[0].equals(kind.name())) {
                    return new ReportHeading(
                            cells[1],
                            Integer.parseInt(cells[2]),
                            Integer.parseInt(cells[3]),
                            List.of(cells[4].split(" ", -1)),
                            cells[5],
                            Integer.parseInt(cells[6]),
                            cells[7]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's jar is damaged", e);
        }
        throw new IllegalArgumentException("no heading of " + kind);
    }
}
