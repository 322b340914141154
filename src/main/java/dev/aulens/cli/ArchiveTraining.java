package dev.aulens.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aulens.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs short commands once, so that the JVM can list the classes that they load (java -XX:DumpLoadedClassList) for an
 * archive (java -Xshare:dump). The build runs it, and the launcher where there is no archive for a user's Java.
 */
final class ArchiveTraining {

    /** Commands that need no server. What they print is dropped, how they end does not matter. */
    private static final List<List<String>> ALONE =
            List.of(List.of("--version"), List.of("--help"), List.of("syscall", "257"), List.of("node", "status"));

    /** Commands that ask the server of {@link #server}. */
    private static final List<List<String>> WITH_SERVER = List.of(
            List.of("search", "-k", "training", "-i"),
            List.of("search", "--just-one", "--raw"),
            List.of("search", "-a", "101", "-ts", "11/14/23", "-te", "11/15/23"),
            List.of("search", "-x", "/usr/bin/cat", "-w", "-ua", "root", "--format", "csv"),
            List.of("search", "-m", "SYSCALL", "-sv", "no", "--format", "text", "cat"),
            List.of("report", "-x", "--summary"),
            List.of("top", "process.executable"));

    private static final String RECORD = "type=SYSCALL msg=audit(1700000000.123:101): arch=c000003e syscall=257"
            + " success=no exit=-13 a0=ffffff9c a1=7ffc a2=0 a3=0 items=1 ppid=1 pid=2 auid=1000 uid=0 gid=0 euid=0"
            + " suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=3 comm=63617420 exe=\\\"/usr/bin/cat\\\" key=(null)";

    private ArchiveTraining() {}

    /**
     * Runs the commands.
     *
     * @param args none, or a file that is to hold the path of the Java that the archive is made for
     * @throws IOException if the file or the server cannot be made
     */
    public static void main(String[] args) throws IOException {
        HttpServer server = server();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                false,
                false,
                Map.of("ES_URL", url));
        ALONE.forEach(command -> run(terminal, command));
        WITH_SERVER.forEach(command -> run(terminal, command));
        server.stop(0);
        if (args.length > 0) {
            Path java = Path.of(System.getProperty("java.home")).toRealPath();
            Files.writeString(Path.of(args[0]), java + "\n");
        }
        System.exit(0); // the client's threads would keep the JVM
    }

    private static void run(Terminal terminal, List<String> command) {
        Main.run(terminal, command.toArray(String[]::new));
    }

    /** An Elasticsearch with one document, as far as a client can tell. */
    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ArchiveTraining::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = """
                {"id":"training","took":1,"timed_out":false,
                 "_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
                 "hits":{"total":{"value":1,"relation":"eq"},"hits":[{"_index":"auditd-2023.11","_id":"training",
                  "_source":{"@timestamp":"2023-11-14T22:13:20.123Z","event":{"original":"%s"}},
                  "sort":[1700000000123,101,null]}]},
                 "succeeded":true,"num_freed":1,"count":1}
                """.formatted(RECORD).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
