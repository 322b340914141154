package dev.aulens.cli.serve;

import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.ServerOptions;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.locale.DateFormat;
import dev.aulens.web.WebServer;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code aulens serve}. */
@Command(
        name = "serve",
        description = {
            "Show a page to search the index in a browser, until interrupted.",
            "",
            "It listens on 127.0.0.1 only and changes nothing. Everybody with a login on this machine can open it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens serve                            the page at http://127.0.0.1:5640/",
            "  aulens serve --index demo --port 8080   the events of 'aulens demo'"
        })
public final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand aulens;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on. Default: " + WebServer.USUAL_PORT + ", or a free one if it is taken.")
    private @Nullable Integer port;

    @Mixin
    private ServerOptions indices;

    @Override
    public Integer call() {
        Context context = aulens.context();
        Terminal terminal = context.terminal();
        try (ElasticsearchConnection elasticsearch = indices.connect(context.settings());
                WebServer server = WebServer.start(
                        port == null ? OptionalInt.empty() : OptionalInt.of(port),
                        new WebServer.Subject(
                                elasticsearch,
                                indices.prefix(context.settings()),
                                ZoneId.systemDefault(),
                                DateFormat.of(terminal.environment()),
                                context.times()))) {
            terminal.out().println("Open " + server.url() + " in a browser; Ctrl-C ends it.");
            terminal.out().flush();
            waitForInterruption(server);
        }
        return ExitStatus.DONE;
    }

    /** A signal ends the JVM; its hook closes the server first. */
    private static void waitForInterruption(WebServer server) {
        Thread hook = new Thread(server::close, "end of serve");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
