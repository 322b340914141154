package dev.aulens.bench;

import dev.aulens.bench.measure.Results;
import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, and with what.
 *
 * @param log to measure with, not compressed
 * @param aulens the launcher that the build has made
 * @param work a folder for what is written meanwhile
 * @param results takes what was measured
 * @param rounds how often most measurements are repeated
 * @param sizes numbers of events at which questions are timed
 * @param ausearchSeconds how long one run of ausearch or aureport may take; 0: they are not run
 */
public record Bench(
        Path log, Path aulens, Path work, Results results, int rounds, List<Long> sizes, long ausearchSeconds) {

    public Bench {
        sizes = List.copyOf(sizes);
    }
}
