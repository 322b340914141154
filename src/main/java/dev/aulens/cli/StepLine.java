package dev.aulens.cli;

import dev.aulens.node.NodeProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Shows the steps of something that takes seconds: on a terminal one line that is redrawn, elsewhere a line for each
 * step.
 *
 * <pre>
 * Starting Elasticsearch ... 7 s
 * </pre>
 */
final class StepLine implements NodeProgress, AutoCloseable {

    private static final String CLEAR = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String step = "";
    private long shown = -1;

    StepLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Writes to standard error, which the caller has a writer for. */
    static StepLine onStandardError(PrintWriter err) {
        return new StepLine(err, isTerminal(Path.of("/proc/self/fd/2")) && !"dumb".equals(System.getenv("TERM")));
    }

    @Override
    public void step(String what) {
        step = what;
        shown = -1;
        if (terminal) {
            draw(what + " ...");
        } else {
            out.println(what);
            out.flush();
        }
    }

    @Override
    public void waiting(Duration elapsed) {
        if (terminal && !step.isEmpty() && elapsed.toSeconds() > shown) {
            shown = elapsed.toSeconds();
            draw(step + " ... " + shown + " s");
        }
    }

    /** Removes the line from a terminal. */
    @Override
    public void close() {
        if (terminal) {
            draw("");
        }
    }

    private void draw(String text) {
        out.print(CLEAR + text);
        out.flush();
    }

    private static boolean isTerminal(Path stream) {
        try {
            String target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
