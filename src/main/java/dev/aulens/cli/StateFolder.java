package dev.aulens.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The folder for what aulens keeps between runs: {@code /var/lib/aulens} for root, else by the XDG rules. */
final class StateFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private StateFolder() {}

    static Path of(Terminal terminal) {
        String named = terminal.environment().get("AULENS_STATE");
        if (named != null) {
            return Path.of(named);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/lib/aulens");
        }
        String state = terminal.environment().get("XDG_STATE_HOME");
        return state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "aulens")
                : Path.of(state, "aulens");
    }

    /** Returns a new name for the dead letters of one run. */
    static Path deadLetters(Terminal terminal) {
        String name = ZonedDateTime.now(ZoneOffset.UTC).format(STAMP) + "-"
                + ProcessHandle.current().pid() + ".ndjson";
        return of(terminal).resolve("dead-letters").resolve(name);
    }
}
