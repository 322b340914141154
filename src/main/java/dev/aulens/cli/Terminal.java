package dev.aulens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world of a command: its streams, and whether each is a terminal. Injected, so that tests need no globals.
 *
 * @param in standard input
 * @param out results only
 * @param err progress, errors
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param environment variables
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {

    private static final int DEFAULT_WIDTH = 80;

    /** Returns the process's own streams and environment. */
    static Terminal ofProcess() {
        return new Terminal(System.in, System.out, System.err, isTerminal(1), isTerminal(2), System.getenv());
    }

    /** Tells whether results may be coloured: on a terminal, unless NO_COLOR is set (no-color.org) or TERM is dumb. */
    boolean colour() {
        return outIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /** Returns the number of columns: COLUMNS, else 80. */
    int width() {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
