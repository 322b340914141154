package dev.aulens.cli.index;

import dev.aulens.index.TailStatus;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Prints a line each minute:
 *
 * <pre>
 * aulens: 1,204 events in the last minute, 88,310 since the start; 0 dead letters; 512 bytes and 0.4 s behind
 * </pre>
 */
final class TailReport implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final PrintStream err;
    private final Supplier<TailStatus> status;
    private long before;

    TailReport(PrintStream err, Supplier<TailStatus> status) {
        this.err = err;
        this.status = status;
    }

    /** Begins to print. */
    void begin() {
        var unused = clock.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void print() {
        TailStatus now = status.get();
        err.println(line(now, before));
        before = now.counts().events();
    }

    /** Returns the line for a moment, when there had been so many events a minute before. */
    static String line(TailStatus now, long before) {
        return String.format(
                Locale.ROOT,
                "aulens: %,d events in the last minute, %,d since the start; %,d dead letters; %,d bytes and %.1f s behind%s",
                now.counts().events() - before,
                now.counts().events(),
                now.counts().deadLetters(),
                now.lagBytes(),
                now.lagSeconds(),
                now.waits() ? "; waiting for Elasticsearch" : "");
    }
}
