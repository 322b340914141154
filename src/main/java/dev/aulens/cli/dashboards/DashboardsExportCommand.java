package dev.aulens.cli.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.options.IndexOption;
import dev.aulens.dashboards.KibanaAddress;
import dev.aulens.dashboards.SavedObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code aulens dashboards export-ndjson}. */
@Command(
        name = "export-ndjson",
        description = {
            "Write the data view, saved searches and dashboards as a file that Kibana imports.",
            "",
            "In Kibana: Stack Management > Saved Objects > Import. The same version writes the same bytes."
        })
final class DashboardsExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @ParentCommand
    private DashboardsCommand dashboards;

    @Mixin
    private IndexOption index;

    @Option(
            names = "--space",
            paramLabel = "ID",
            description = "The space of Kibana that the file is for; it is in the ids. Default: the default space.")
    private @Nullable String space;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write; its name should end in .ndjson. Default, and with -: standard output.")
    private @Nullable String file;

    @Override
    public Integer call() {
        Context context = dashboards.context();
        Optional<String> checked = KibanaAddress.of(KibanaAddress.DEFAULT_URL, Optional.ofNullable(space))
                .space();
        String lines =
                SavedObjects.of(index.prefix(context.settings()), checked).ndjson();
        if (file == null || file.equals(STANDARD_OUTPUT)) {
            context.terminal().out().print(lines);
            return ExitStatus.DONE;
        }
        try {
            Files.writeString(Path.of(file), lines, UTF_8);
        } catch (IOException e) {
            throw new Failure("cannot write " + file + ": " + FileFault.reason(e) + "; choose another file", e);
        }
        return ExitStatus.DONE;
    }
}
