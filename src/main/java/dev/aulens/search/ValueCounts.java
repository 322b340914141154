package dev.aulens.search;

import java.util.List;

/**
 * How often values stand in events.
 *
 * @param events that were found
 * @param withValues those of them that have each of the fields
 * @param distinct how many different values, or combinations of values, there are
 * @param rows the most frequent ones, most frequent first
 */
public record ValueCounts(long events, long withValues, long distinct, List<Row> rows) {

    public ValueCounts {
        rows = List.copyOf(rows);
    }

    /**
     * A value of each field, and how many events have them together. An event with several values of a field counts for
     * each.
     */
    public record Row(List<String> values, long count) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
