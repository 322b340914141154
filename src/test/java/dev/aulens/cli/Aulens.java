package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aulens.cli.terminal.Terminal;
import dev.aulens.testing.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs commands as a user does: words in; output, errors and exit status out.
 *
 * @param environment the variables that the command sees
 */
public record Aulens(Map<String, String> environment) {

    /** What a command did. */
    public record Run(int status, String out, String err) {

        /** The parts together, for the messages of failing tests. */
        @Override
        public String toString() {
            return "status " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    /** Commands that use a test's server and its indices. */
    public static Aulens on(TestCluster cluster) {
        return new Aulens(Map.of("ES_URL", cluster.url().toString(), "AULENS_INDEX", cluster.prefix()));
    }

    /** Commands that know of no server. */
    public static Aulens alone() {
        return new Aulens(Map.of("ES_URL", "http://127.0.0.1:9"));
    }

    /** The same with another variable. */
    public Aulens with(String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return new Aulens(changed);
    }

    public Run run(String... words) {
        return runWithInput(new byte[0], words);
    }

    public Run runWithInput(byte[] input, String... words) {
        return runWithInput(new ByteArrayInputStream(input), words);
    }

    public Run runWithInput(InputStream input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                input,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                false,
                false,
                environment);
        int status = runOn(terminal, words);
        return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Runs a command on streams of the test's own. */
    public static int runOn(Terminal terminal, String... words) {
        return Main.run(terminal, words);
    }
}
