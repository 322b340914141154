package dev.aulens.cli.index;

import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.cli.options.Settings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexNames;
import dev.aulens.index.IndexTemplates;
import dev.aulens.index.Lifecycle;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Installs the templates in Elasticsearch. */
@Command(name = "setup", description = "Install or upgrade the templates in Elasticsearch. 'index' does so by itself.")
public final class SetupCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand aulens;

    @Mixin
    private ServerOptions indices;

    @Override
    public Integer call() {
        Settings settings = aulens.context().settings();
        PrintStream out = aulens.context().terminal().out();
        String prefix = indices.prefix(settings);
        try (ElasticsearchConnection server = indices.connect(settings)) {
            IndexTemplates templates = new IndexTemplates(server);
            String done = switch (templates.install(prefix)) {
                case INSTALLED -> "installed";
                case UPGRADED -> "upgraded";
                case UNCHANGED -> "unchanged";
            };
            out.println("templates " + done + ", version " + templates.version() + ", for indices "
                    + IndexNames.pattern(prefix) + " at " + server.settings().url());
            out.println(
                    switch (new Lifecycle(server).install()) {
                        case INSTALLED -> "lifecycle policy installed; indices made from now on follow it";
                        case UNCHANGED -> "lifecycle policy unchanged";
                        case UNAVAILABLE ->
                            "no lifecycle policy: this server has no ILM; 'aulens prune' drops old indices";
                    });
        }
        return ExitStatus.DONE;
    }
}
