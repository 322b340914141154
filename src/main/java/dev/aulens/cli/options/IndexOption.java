package dev.aulens.cli.options;

import dev.aulens.index.IndexNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the set of indices which a command writes or reads. */
public final class IndexOption {

    @Option(
            names = "--index",
            paramLabel = "PREFIX",
            description = "The set of indices, PREFIX-yyyy.MM. Default: AULENS_INDEX, else auditd.")
    private @Nullable String prefix;

    /** Returns the prefix that the option, then the settings ask for. */
    public String prefix(Settings settings) {
        String chosen = prefix != null ? prefix : settings.get("index").orElse(IndexNames.DEFAULT_PREFIX);
        return IndexNames.checked(chosen);
    }
}
