package dev.aulens.web;

import com.sun.net.httpserver.HttpServer;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexNames;
import dev.aulens.index.MappedFields;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.Indices;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The page's server. It listens on 127.0.0.1 from its start until it is closed. */
public final class WebServer implements AutoCloseable {

    /** The port unless another is asked for, or this one is taken. */
    public static final int USUAL_PORT = 5640;

    private static final int THREADS = 4;
    private static final int PATIENCE_SECONDS = 1;

    private final HttpServer server;
    private final ExecutorService threads;

    private WebServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * What the page is about.
     *
     * @param connection to ask; not closed
     * @param prefix of the indices
     * @param zone where times are local
     * @param dates how dates are written in records
     * @param times reads words for times
     */
    public record Subject(
            ElasticsearchConnection connection, String prefix, ZoneId zone, DateFormat dates, TimeExpressions times) {}

    /**
     * Begins to listen.
     *
     * @param port 0 for any free one; none for the usual one, or any if that is taken
     * @throws Failure if the port that is asked for is taken
     */
    public static WebServer start(OptionalInt port, Subject subject) {
        HttpServer server = bind(port);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        RequestGuard guard = new RequestGuard(server.getAddress().getPort());
        server.createContext("/", new RequestHandler(guard, routes(subject)));
        server.start();
        return new WebServer(server, threads);
    }

    /** Returns where the page is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Ends the listening; answers that are under way have a second to end. */
    @Override
    public void close() {
        server.stop(PATIENCE_SECONDS);
        threads.shutdownNow();
    }

    private static Map<String, Route> routes(Subject subject) {
        String pattern = IndexNames.pattern(subject.prefix());
        RecordTypes types = RecordTypes.load();
        MappedFields fields = MappedFields.load();
        QuestionReader questions = new QuestionReader(subject.prefix(), types, subject.times(), fields, subject.zone());
        Supplier<Indices> indices = () -> Indices.of(subject.connection(), pattern);
        return Map.of(
                "/",
                PageFile.of("index.html", "text/html; charset=utf-8"),
                "/app.css",
                PageFile.of("app.css", "text/css; charset=utf-8"),
                "/app.js",
                PageFile.of("app.js", "text/javascript; charset=utf-8"),
                "/api/search",
                new SearchRoute(questions, indices, fields, types, subject.zone(), subject.dates()),
                "/api/histogram",
                new HistogramRoute(questions, indices, subject.zone()),
                "/api/fields",
                new FieldsRoute(pattern, fields));
    }

    private static HttpServer bind(OptionalInt port) {
        try {
            return listen(port.orElse(USUAL_PORT));
        } catch (BindException e) {
            if (port.isPresent()) {
                throw new Failure("port " + port.getAsInt() + " is taken; choose another, or leave --port out", e);
            }
            return bind(OptionalInt.of(0));
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("cannot listen on 127.0.0.1: " + e.getMessage() + "; choose another --port", e);
        }
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    }
}
