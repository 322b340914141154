package dev.aulens.cli.index;

import dev.aulens.node.Installation;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The dead-letter file of a run that names none: a new one in the installation's state folder. */
public final class DeadLetterFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private DeadLetterFile() {}

    /** Returns a file that is not there yet; only a run that writes to it makes it. */
    public static Path ofThisRun() {
        String name = ZonedDateTime.now(ZoneOffset.UTC).format(STAMP) + "-"
                + ProcessHandle.current().pid() + ".ndjson";
        return Installation.current().state().resolveSibling("dead-letters").resolve(name);
    }
}
