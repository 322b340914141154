package dev.aulens.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the plain summary.
 *
 * @param first when the first event of the logs was, in milliseconds since the epoch; null if there is none
 * @param last when the last event was that is reported on
 * @param numbers one for each of {@link PlainSummary#LINES}
 */
record SummaryCounts(@Nullable Long first, @Nullable Long last, List<Long> numbers) {

    public SummaryCounts {
        numbers = List.copyOf(numbers);
    }
}
