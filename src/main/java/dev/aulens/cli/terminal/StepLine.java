package dev.aulens.cli.terminal;

import dev.aulens.node.NodeProgress;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows the steps of something that takes seconds: on a terminal one line that is redrawn, elsewhere a line for each
 * step.
 *
 * <pre>
 * Starting Elasticsearch ... 7 s
 * </pre>
 */
public final class StepLine implements NodeProgress, AutoCloseable {

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private long shown = -1;

    /** @param terminal whose standard error shows the steps */
    public StepLine(Terminal terminal) {
        this.out = terminal.err();
        this.terminal = terminal.errIsTerminal()
                && !"dumb".equals(terminal.environment().get("TERM"));
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
}
