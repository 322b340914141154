package dev.aulens.bench.measure;

import java.time.Duration;

/**
 * What a process cost from its start to its end.
 *
 * @param status its exit status
 * @param wall the time it took
 * @param cpu the CPU time of it and of its children, in user and kernel mode; known to a hundredth of a second
 * @param peakBytes the most memory that was resident
 * @param ended whether it ended by itself; else it was ended because it took too long
 */
public record ProcessCost(int status, Duration wall, Duration cpu, long peakBytes, boolean ended) {

    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;

    /** Returns the time it took, in seconds. */
    public double wallSeconds() {
        return wall.toNanos() / NANOS;
    }

    /** Returns its CPU time in seconds. */
    public double cpuSeconds() {
        return cpu.toNanos() / NANOS;
    }

    /** Returns the most memory that was resident, in millions of bytes. */
    public double peakMegabytes() {
        return peakBytes / MEGABYTE;
    }
}
