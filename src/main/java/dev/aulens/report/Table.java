package dev.aulens.report;

import java.util.List;

/**
 * A table of a report that aureport does not have.
 *
 * @param name what it is about, where a report has several
 * @param columns its headings
 * @param rows a cell for each column, in the order in which they are read
 */
record Table(String name, List<Column> columns, List<List<String>> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
