package dev.aulens.report;

import dev.aulens.Parts;
import dev.aulens.TableResource;
import java.util.List;

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
        for (List<String> cells : TableResource.rows(ReportHeading.class, "headings.tsv")) {
            if (cells.size() == CELLS && cells.get(0).equals(kind.name())) {
                return new ReportHeading(
                        cells.get(1),
                        Integer.parseInt(cells.get(2)),
                        Integer.parseInt(cells.get(3)),
                        Parts.of(cells.get(4), ' '),
                        cells.get(5),
                        Integer.parseInt(cells.get(6)),
                        cells.get(7));
            }
        }
        throw new IllegalArgumentException("no heading of " + kind);
    }
}
