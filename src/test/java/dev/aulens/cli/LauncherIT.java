package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aulens.cli.BuiltProgram.Result;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.Version;
import dev.aulens.render.Escaping;
import dev.aulens.testing.HostileText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program, run as a user runs it. */
class LauncherIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path LAUNCHER = BuiltProgram.LAUNCHER;
    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void plainEnvironment() {
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", JAVA_HOME);
        environment.put("XDG_CACHE_HOME", "/proc/nowhere"); // else a class archive is made in the background
    }

    @Test
    void versionGoesToStandardOutput() throws Exception {
        assertThat(run(LAUNCHER, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void launcherIsFoundThroughLinksInFoldersWithBlanks() throws Exception {
        Path blank = Files.createDirectory(folder.resolve("a folder"));
        Path link = Files.createSymbolicLink(blank.resolve("first link"), copyTo(blank));
        Path second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(link));

        assertThat(run(second, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void programMayLieInAFolderWithBlanks() throws Exception {
        Path copy = copyTo(Files.createDirectory(folder.resolve("a folder")));

        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void statusOfTheCommandIsPassedOn() throws Exception {
        Result result = run(LAUNCHER, "node", "status", "--state", folder.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(run(LAUNCHER, "no-such-command").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void resultsThatAFullDiskCutShortAreAFault() throws Exception {
        Result result = run(Path.of("/bin/sh"), "-c", LAUNCHER + " syscall x86_64 --dump > /dev/full");

        assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(result.err())
                .startsWith("aulens: cannot write to standard output: ")
                .endsWith("; the results are not complete\n");
    }

    @Test
    void whatIsLoggedIsHarmlessToATerminal() throws Exception {
        String hostile = HostileText.ALL.get(0).text();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> busy(exchange, hostile));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Path log = Files.writeString(folder.resolve("audit.log"), "");

        Result result =
                run(LAUNCHER, "index", "--es-url", url, "--retry-for", "1s", "--index", "launcher", log.toString());
        server.stop(0);

        assertThat(result.err()).contains("aulens: waiting: ", Escaping.TTY.escaped(hostile));
        assertThat(HostileText.controlsIn(result.err().getBytes(UTF_8))).isEmpty();
    }

    private static void busy(HttpExchange exchange, String reason) throws IOException {
        exchange.getRequestBody().readAllBytes();
        ObjectNode error = new ObjectMapper().createObjectNode();
        error.put("status", 429).putObject("error").put("type", "busy").put("reason", reason);
        byte[] body = error.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(429, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aReaderWhoHasSeenEnoughIsNoFault() throws Exception {
        String command = "{ " + LAUNCHER + " syscall x86_64 --dump; echo status $? >&2; } | true";

        assertThat(run(Path.of("/bin/sh"), "-c", command)).isEqualTo(new Result(0, "", "status 0\n"));
    }

    @Test
    void javaIsTakenFromThePathWithoutJavaHome() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", JAVA_HOME + "/bin:" + System.getenv("PATH"));

        assertThat(run(LAUNCHER, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void missingJavaIsOneLine() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", toolsWithoutJava());

        assertFailsWith(run(LAUNCHER, "--version"), "no Java found; install version 17 or newer, or set JAVA_HOME");
    }

    @Test
    void javaHomeWithoutJavaIsOneLine() throws Exception {
        environment.put("JAVA_HOME", folder.toString());

        assertFailsWith(run(LAUNCHER, "--version"), "JAVA_HOME is " + folder + ", but there is no bin/java in it");
    }

    /** Java's own files would else take their numbers, and be read as a log. */
    @Test
    void standardStreamsThatAreClosedAreNoOtherFiles() throws Exception {
        Path seen = folder.resolve("seen");
        Path home = javaThat("readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2 >'" + seen + "'");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        environment.put("JAVA_HOME", home.toString());

        run(Path.of("/bin/sh"), "-c", LAUNCHER + " index - <&- >&- 2>&-");

        assertThat(seen).content().doesNotContain(".jar").startsWith("/dev/null\n");
    }

    @Test
    void standardInputThatIsClosedCannotBeRead() throws Exception {
        Result result = run(Path.of("/bin/sh"), "-c", LAUNCHER + " report -if - <&-");

        assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(result.err()).contains("Bad file descriptor").hasLineCount(1);
    }

    @Test
    void oldJavaIsRefusedByItsOwnWord() throws Exception {
        environment.put(
                "JAVA_HOME",
                javaThat("echo 'openjdk version \"1.8.0_392\"' >&2").toString());

        assertFailsWith(run(LAUNCHER, "--version"), "is version 1.8.0_392; install version 17 or newer");
    }

    @Test
    void oldJavaIsRefusedByItsReleaseFileWithoutAStart() throws Exception {
        Path started = folder.resolve("started");
        Path home = javaThat("touch '" + started + "'");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Debian\"\nJAVA_VERSION=\"11.0.25\"\n");
        environment.put("JAVA_HOME", home.toString());

        assertFailsWith(run(LAUNCHER, "--version"), "is version 11.0.25; install version 17 or newer");
        assertThat(started).doesNotExist();
    }

    @Test
    void staleClassArchiveIsIgnoredSilently() throws Exception {
        Path copy = copyTo(folder);
        Files.copy(TARGET.resolve("aulens.jsa"), folder.resolve("aulens.jsa"));
        Files.writeString(folder.resolve("aulens.jsa.java"), Path.of(JAVA_HOME).toRealPath() + "\n");

        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));

        Files.delete(folder.resolve("aulens.jsa"));
        Files.writeString(folder.resolve("aulens.jsa"), "no archive");

        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void classesWithoutAnArchiveAreArchivedInTheUsersCache() throws Exception {
        Path copy = copyTo(folder);
        Path cache = folder.resolve("cache");
        Path loaded = folder.resolve("loaded");
        environment.put("XDG_CACHE_HOME", cache.toString());

        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
        await().atMost(Duration.ofMinutes(2)).until(() -> archives(cache).size() == 1);

        environment.put("AULENS_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
        assertThat(loaded).content().contains("dev.aulens.cli.Main source: shared objects file");
        assertThat(Files.getPosixFilePermissions(cache.resolve("aulens")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void archiveThatCannotBeMadeIsTriedOnceAndIsNoHindrance() throws Exception {
        Path copy = copyTo(folder);
        Path tried = folder.resolve("tried");
        Path home = javaThat("case \"$*\" in *DumpLoadedClassList*) echo >>'" + tried + "'; exit 1;; esac\nexec '"
                + JAVA_HOME + "/bin/java' \"$@\"");
        Files.copy(Path.of(JAVA_HOME, "release"), home.resolve("release"));
        environment.put("JAVA_HOME", home.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());

        for (int run = 0; run < 3; run++) {
            assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
            await().until(() -> Files.exists(tried));
        }
        assertThat(tried).hasContent("\n");
    }

    @Test
    void homeThatCannotBeWrittenIsNoHindrance() throws Exception {
        Path copy = copyTo(folder);
        environment.put("HOME", "/proc/nowhere");
        environment.remove("XDG_CACHE_HOME");

        assertThat(run(copy, "--version")).isEqualTo(new Result(0, version(), ""));
    }

    @Test
    void optionsForJavaComeLast() throws Exception {
        environment.put("AULENS_JAVA_OPTS", "-XX:-UseSerialGC -XX:+UseParallelGC -showversion");

        Result result = run(LAUNCHER, "--version");

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains(Runtime.version().toString());
    }

    @Test
    void distributionRunsAndSaysHowToGetAServer() throws Exception {
        Path archive = TARGET.resolve(version().trim().replace(' ', '-') + ".tar.gz");
        assertThat(run(Path.of("/bin/tar"), "-xzf", archive.toString(), "-C", folder.toString())
                        .status())
                .isZero();
        Path home = folder.resolve(version().trim().replace(' ', '-'));

        assertThat(run(home.resolve("bin/aulens"), "--version")).isEqualTo(new Result(0, version(), ""));
        assertFailsWith(
                run(
                        home.resolve("bin/aulens"),
                        "node",
                        "start",
                        "--state",
                        folder.resolve("state").toString()),
                "AULENS_ES_ZIP");
        assertThat(home.resolve("man/man1/aulens-node-start.1"))
                .content()
                .contains(".SH \"NAME\"\naulens\\-node\\-start \\- ");
        assertThat(home.resolve("completions/bash/aulens")).content().contains("--heap");
        assertThat(home.resolve("share/systemd/aulens-tail.service")).content().contains("/bin/aulens tail\n");
        assertThat(home.resolve("share/plugins.d/aulens.conf")).content().contains("args = tail -\n");
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    }

    private static void assertFailsWith(Result result, String message) {
        assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("aulens: ").contains(message).hasLineCount(1);
    }

    private static String version() throws IOException {
        return new Version().getVersion()[0] + "\n";
    }

    private Path copyTo(Path target) throws IOException {
        Files.copy(TARGET.resolve("aulens.jar"), target.resolve("aulens.jar"));
        return Files.copy(LAUNCHER, target.resolve("aulens"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static List<Path> archives(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private Path javaThat(String script) throws IOException {
        Path home = folder.resolve("an old java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        program(java, script);
        return home;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("readlink", "sed", "head")) {
            program(tools.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
        return tools.toString();
    }

    private Result run(Path program, String... arguments) throws IOException, InterruptedException {
        return BuiltProgram.run(folder, environment, program, arguments);
    }
}
