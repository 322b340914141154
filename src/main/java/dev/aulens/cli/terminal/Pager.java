package dev.aulens.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program that shows results page by page: $PAGER, else less. It is started with the first byte, so that a search
 * without hits starts none; where it cannot be started, results go to the terminal directly.
 *
 * <p>A reader who leaves it has seen enough, which is no fault.
 */
public final class Pager extends OutputStream {

    private static final String USUAL = "less -FIRX";

    private final Terminal terminal;
    private @Nullable Process process;
    private @Nullable OutputStream sink;

    private Pager(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the pager if a person reads the results and can turn pages, else standard output. Either is to be closed. */
    public static OutputStream orStandardOutput(Terminal terminal, boolean wanted) {
        boolean person = terminal.inIsTerminal()
                && terminal.outIsTerminal()
                && !"dumb".equals(terminal.environment().get("TERM"));
        return wanted && person && !command(terminal).equals("cat")
                ? new Pager(terminal)
                : new ResultStream(terminal.out());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        OutputStream to = sink();
        try {
            to.write(bytes, from, count);
        } catch (IOException e) {
            throw closed(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (sink == null) {
            return;
        }
        try {
            sink.flush();
        } catch (IOException e) {
            throw closed(e);
        }
    }

    /** Waits until the reader leaves the pager. */
    @Override
    public void close() throws IOException {
        try {
            if (sink != null && process != null) {
                sink.close();
            }
        } catch (IOException e) {
            // the reader has left it already
        } finally {
            await();
        }
    }

    private void await() {
        try {
            if (process != null) {
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutputStream sink() {
        if (sink == null) {
            sink = start();
        }
        return sink;
    }

    private OutputStream start() {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", command(terminal)))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.putIfAbsent("LESS", "FIRX");
        try {
            Process started = builder.start();
            process = started;
            return new java.io.BufferedOutputStream(started.getOutputStream(), 1 << 16);
        } catch (IOException e) {
            return new ResultStream(terminal.out());
        }
    }

    private static String command(Terminal terminal) {
        String named = terminal.environment().getOrDefault("PAGER", "");
        return named.isBlank() ? "if command -v less >/dev/null; then exec " + USUAL + "; else exec cat; fi" : named;
    }

    private static IOException closed(IOException fault) {
        return fault instanceof ResultStream.ClosedException ? fault : new ResultStream.ClosedException();
    }
}
