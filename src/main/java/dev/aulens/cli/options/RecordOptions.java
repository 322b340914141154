package dev.aulens.cli.options;

import dev.aulens.Failure;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a log's lines become records. */
public final class RecordOptions {

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "The host that wrote the log, for records without node=.")
    private @Nullable String host;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "Where the dates of 'ausearch -i' output are local. Default: this system's zone.")
    private @Nullable ZoneId zone;

    /**
     * Returns what parses the lines.
     *
     * @throws Failure if the host's name is empty
     */
    public RecordParser parser() {
        if (host != null && host.isBlank()) {
            throw new Failure("--host has no name; name the host that wrote the log, or leave the option out");
        }
        return new RecordParser(RecordTypes.load(), zone != null ? zone : ZoneId.systemDefault(), host);
    }
}
