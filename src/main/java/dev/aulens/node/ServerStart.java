package dev.aulens.node;

import dev.aulens.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the server's own start script, which returns when the server is up or has failed. Several may run at once; one
 * that is closed, or whose JVM ends, before its server is up leaves none behind.
 */
final class ServerStart implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final StateFolder state;
    private final Process script;
    private final long logged;
    private final Thread cleanUp;

    private ServerStart(StateFolder state, Process script, long logged) {
        this.state = state;
        this.script = script;
        this.logged = logged;
        this.cleanUp = new Thread(() -> destroy(script));
        Runtime.getRuntime().addShutdownHook(cleanUp);
    }

    /**
     * Begins to start the server as a daemon, with this JVM's Java.
     *
     * @param home of the unpacked server
     * @throws Failure if the user cannot run it
     */
    static ServerStart begin(StateFolder state, ServerUser user, Path home) {
        Path java = Path.of(System.getProperty("java.home"));
        user.requireCanReach(java.resolve("bin").resolve("java"));
        user.requireCanReach(home.resolve("bin").resolve("elasticsearch"));
        try {
            Files.deleteIfExists(state.httpPorts());
            state.write(state.startLog(), "", user);
            long logged = Files.exists(state.log()) ? Files.size(state.log()) : 0;
            return new ServerStart(state, script(state, user, home, java), logged);
        } catch (IOException e) {
            throw new Failure("cannot start Elasticsearch in " + state.root() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the server is up.
     *
     * @throws Failure with the server's own last words if it does not start
     */
    void await(NodeProgress progress) {
        if (!Waiting.until(() -> !script.isAlive(), PATIENCE, progress)) {
            throw new Failure(
                    "Elasticsearch did not start within " + PATIENCE.toMinutes() + " minutes; see " + state.log());
        }
        if (script.exitValue() != 0) {
            try {
                throw new Failure(
                        "Elasticsearch did not start: " + BootFailure.reason(state, logged) + "; see " + state.log());
            } catch (IOException e) {
                throw new Failure("Elasticsearch did not start; see " + state.log(), e);
            }
        }
    }

    @Override
    public void close() {
        destroy(script);
        removeHook(cleanUp);
    }

    /** The server gets a session of its own, so that an interrupt at the terminal does not reach it. */
    private static Process script(StateFolder state, ServerUser user, Path home, Path java) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                home.resolve("bin").resolve("elasticsearch").toString(),
                "-d",
                "-p",
                state.pid().toString()));
        ProcessBuilder builder = new ProcessBuilder(user.command(command))
                .directory(state.root().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(state.startLog().toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", SYSTEM_PATH);
        environment.put("ES_JAVA_HOME", java.toString());
        environment.put("ES_PATH_CONF", state.config().toString());
        environment.put("ES_TMPDIR", state.temporary().toString());
        return builder.start();
    }

    /** Ends the script and a server that is not up yet; does nothing once the script has returned. */
    private static void destroy(Process script) {
        if (script.isAlive()) {
            script.descendants().forEach(ProcessHandle::destroy);
            script.destroy();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds the script ended.
            return;
        }
    }
}
