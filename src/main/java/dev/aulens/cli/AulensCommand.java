package dev.aulens.cli;

import picocli.CommandLine.Command;

/** The root of the commands. */
@Command(
        name = "aulens",
        description = "Linux audit logs as Elasticsearch documents, and ausearch over them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitStatus.FAILED,
        exitCodeOnExecutionException = ExitStatus.FAILED)
final class AulensCommand {}
