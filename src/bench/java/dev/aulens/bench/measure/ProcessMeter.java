package dev.aulens.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs processes and says what each cost.
 *
 * <p>CPU time is what the kernel adds to this process when a child has ended ({@code cutime} and {@code cstime} of
 * proc(5)), so only one child may run at a time. Memory is the peak that the kernel keeps ({@code VmHWM}), looked at
 * while the child runs.
 */
public final class ProcessMeter {

    /** Longer than any run should take. */
    public static final Duration PATIENCE = Duration.ofHours(4);

    private static final Path OWN_STAT = Path.of("/proc/self/stat");
    private static final int CHILDREN_USER = 13; // counted behind the name, which may hold blanks
    private static final int CHILDREN_KERNEL = 14;
    private static final long TICK_NANOS = 10_000_000; // USER_HZ is 100
    private static final long LOOK_MILLIS = 5;
    private static final String PEAK = "VmHWM:";

    private ProcessMeter() {}

    /** Runs a process to its end. */
    public static ProcessCost run(ProcessBuilder command) throws IOException {
        return run(command, PATIENCE);
    }

    /** Runs a process to its end, or ends it when it has taken so long. */
    public static ProcessCost run(ProcessBuilder command, Duration patience) throws IOException {
        long cpu = childrenCpuNanos();
        long start = System.nanoTime();
        Process process = command.start();
        long peak = 0;
        boolean ended = false;
        try {
            while (!ended && System.nanoTime() - start < patience.toNanos()) {
                peak = Math.max(peak, peakBytes(process.pid()));
                ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            long nanos = System.nanoTime() - start;
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            int status = process.destroyForcibly().waitFor();
            return new ProcessCost(
                    status, Duration.ofNanos(nanos), Duration.ofNanos(childrenCpuNanos() - cpu), peak, ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    private static long childrenCpuNanos() throws IOException {
        String stat = Files.readString(OWN_STAT);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_KERNEL])) * TICK_NANOS;
    }

    /** Returns 0 when the process has no memory any more. */
    private static long peakBytes(long pid) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
            return 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            if (!Files.exists(Path.of("/proc", Long.toString(pid)))) {
                return 0; // it ended while it was looked at
            }
            throw e;
        }
    }
}
