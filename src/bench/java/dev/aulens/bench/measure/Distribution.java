package dev.aulens.bench.measure;

import java.util.List;

/**
 * Values of one measurement that was repeated.
 *
 * @param sorted the values, smallest first
 */
public record Distribution(List<Double> sorted) {

    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;

    /** Sorts the values; one at least. */
    public Distribution {
        sorted = sorted.stream().sorted().toList();
    }

    /** Returns the median. */
    public double median() {
        return quantile(MEDIAN);
    }

    /** Returns what 95 of 100 values do not exceed. */
    public double p95() {
        return quantile(HIGH);
    }

    /** The nearest rank: always a value that was measured. */
    private double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
