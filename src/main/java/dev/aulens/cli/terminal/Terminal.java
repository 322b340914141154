package dev.aulens.cli.terminal;

import dev.aulens.render.Escaping;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world of a command: its streams, and whether each is a terminal. Injected, so that tests need no globals.
 *
 * @param in standard input
 * @param out results only
 * @param err progress, errors
 * @param inIsTerminal whether a person can type
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param environment variables
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {

    private static final int DEFAULT_WIDTH = 80;

    /** Returns the process's own streams and environment. */
    public static Terminal ofProcess(PrintStream out) {
        return new Terminal(System.in, out, System.err, isTerminal(0), isTerminal(1), isTerminal(2), System.getenv());
    }

    /** Tells whether results may be coloured: on a terminal, unless NO_COLOR is set (no-color.org) or TERM is dumb. */
    public boolean colour() {
        return outIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /**
     * Prints a message of the program on standard error, as {@code aulens: ...} in one line.
     *
     * @param message what happened; it may hold what others wrote, as the names of files and the texts of a server
     */
    public void say(String message) {
        say(err, message);
    }

    /**
     * Prints a message on standard error as the audit tools do, without the program's name.
     *
     * @param message one line; what a terminal would obey in it is escaped
     */
    public void line(String message) {
        line(err, message);
    }

    /** Prints a message of the program as {@link #say(String)} does, where there is no terminal at hand. */
    static void say(PrintStream err, String message) {
        line(err, "aulens: " + message);
    }

    private static void line(PrintStream err, String message) {
        err.println(Escaping.TTY.escaped(message));
    }

    /**
     * Returns the number of columns of the person's terminal: COLUMNS, else what the terminal itself says, else 80. To
     * find it out may take another process; a command asks once.
     */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        try {
            int width = Integer.parseInt(columns.isEmpty() ? columnsOfDevice() : columns);
            return width > 0 ? width : DEFAULT_WIDTH;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** Asks stty(1), which prints rows and columns; empty if it does not answer. */
    private static String columnsOfDevice() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            return size.substring(size.indexOf(' ') + 1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Tells whether standard input is the process's own and another program writes into it ({@code ausearch |}). */
    public boolean inIsPipe() {
        try {
            return in.equals(System.in)
                    && Files.readSymbolicLink(Path.of("/proc/self/fd/0"))
                            .toString()
                            .startsWith("pipe:");
        } catch (IOException e) {
            return false;
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
