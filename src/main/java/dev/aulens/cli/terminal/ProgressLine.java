package dev.aulens.cli.terminal;

import dev.aulens.index.IndexingProgress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows on standard error how far reading logs has come:
 *
 * <pre>
 * indexing  42% [########            ]  94.5 of 225.0 MB  116,204 events  9,311 events/s  ETA 00:12
 * </pre>
 *
 * On a terminal one line, redrawn five times a second at most; otherwise a plain line every ten seconds.
 */
public final class ProgressLine implements IndexingProgress, AutoCloseable {

    private static final long REDRAW_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int BAR = 20;
    private static final String ERASE_TO_END = "\u001b[K";
    private static final double MEGA = 1_000_000;

    private final PrintStream err;
    private final boolean redraws;
    private final int columns;
    private final String verb;
    private final long total;
    private final long start = System.nanoTime();
    private long bytes;
    private long events;
    private long shown = start;

    /**
     * @param verb what is being done
     * @param total bytes of all inputs as they are stored, -1 if unknown
     */
    public ProgressLine(Terminal terminal, String verb, long total) {
        this.err = terminal.err();
        this.redraws = terminal.errIsTerminal();
        this.columns = redraws ? terminal.width() : 0;
        this.verb = verb;
        this.total = total;
    }

    @Override
    public void bytes(long stored) {
        bytes += stored;
        show();
    }

    @Override
    public void event() {
        events++;
        if ((events & 0xFF) == 0) {
            show();
        }
    }

    @Override
    public void close() {
        if (redraws) {
            err.print("\r" + ERASE_TO_END);
            err.flush();
        }
    }

    private void show() {
        long now = System.nanoTime();
        if (now - shown < (redraws ? REDRAW_NANOS : PLAIN_NANOS)) {
            return;
        }
        shown = now;
        String line = line((now - start) / 1e9);
        if (redraws) {
            err.print("\r" + line.substring(0, Math.min(line.length(), columns - 1)) + ERASE_TO_END);
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String line(double seconds) {
        String rate = String.format(Locale.ROOT, "%,d events  %,.0f events/s", events, events / seconds);
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %.1f MB  %s", verb, bytes / MEGA, rate);
        }
        double share = Math.min(1, (double) bytes / total);
        int filled = (int) (share * BAR);
        long left = share == 0 ? 0 : Math.round(seconds * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "%s %3.0f%% [%s%s]  %.1f of %.1f MB  %s  ETA %02d:%02d",
                verb,
                share * 100,
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                bytes / MEGA,
                total / MEGA,
                rate,
                left / 60,
                left % 60);
    }
}
