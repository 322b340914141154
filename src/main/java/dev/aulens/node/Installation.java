package dev.aulens.node;

import dev.aulens.Failure;
import dev.aulens.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Where this aulens is installed, and what the environment says of its node.
 *
 * @param folder with the jar (or the classes' folder); the build puts the server's archive below it
 * @param environment the variables of the process: AULENS_STATE, AULENS_ES_ZIP, AULENS_ES_HOME, XDG_STATE_HOME, HOME
 */
public record Installation(Path folder, Map<String, String> environment) {

    private static final Path STATE_OF_ROOT = Path.of("/var/lib");
    private static final int FINGERPRINT_DIGITS = 10;

    /** Copies the environment. */
    public Installation {
        environment = Map.copyOf(environment);
    }

    /** Returns the installation that this class was loaded from, in this process' environment. */
    public static Installation current() {
        CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
        URL location = Objects.requireNonNull(source, "the class path").getLocation();
        try {
            Path classes = Path.of(location.toURI()).toRealPath();
            return new Installation(Objects.requireNonNull(classes.getParent(), "its folder"), System.getenv());
        } catch (URISyntaxException | IOException e) {
            throw new Failure("cannot tell where aulens is installed: " + location, e);
        }
    }

    /**
     * Returns the folder of this installation's node: AULENS_STATE, else one below /var/lib for root and below
     * $XDG_STATE_HOME (~/.local/state) for others, named after the installation's path, so that two checkouts have a
     * node each.
     */
    public Path state() {
        Optional<String> named = variable("AULENS_STATE");
        if (named.isPresent()) {
            return Path.of(named.get()).toAbsolutePath().normalize();
        }
        Path base = ServerUser.isRoot()
                ? STATE_OF_ROOT
                : variable("XDG_STATE_HOME")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return base.resolve("aulens").resolve("node-" + fingerprint(folder));
    }

    /** Returns an unpacked server that the user has named (AULENS_ES_HOME). */
    Optional<Path> namedHome() {
        return variable("AULENS_ES_HOME").map(name -> Path.of(name).toAbsolutePath());
    }

    /**
     * Returns the server's archive: the one the user has named (AULENS_ES_ZIP), else the one of the build.
     *
     * @throws Failure if there is none
     */
    Path archive() {
        Optional<Path> named =
                variable("AULENS_ES_ZIP").map(name -> Path.of(name).toAbsolutePath());
        Path archive = named.orElseGet(
                () -> folder.resolve("elasticsearch").resolve("elasticsearch-" + serverVersion() + ".zip"));
        if (Files.isReadable(archive)) {
            return archive;
        }
        throw new Failure("no Elasticsearch to start: " + archive + " is not there; "
                + (named.isPresent()
                        ? "correct AULENS_ES_ZIP"
                        : "run 'mvn package' in a checkout, or name an archive of Elasticsearch " + serverVersion()
                                + " with AULENS_ES_ZIP or an unpacked one with AULENS_ES_HOME"));
    }

    /** Returns the release of Elasticsearch that the build takes. */
    static String serverVersion() {
        try (InputStream file = Objects.requireNonNull(
                Installation.class.getResourceAsStream("server.properties"), "server.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return Objects.requireNonNull(properties.getProperty("version"), "version");
        } catch (IOException e) {
            throw new Failure("cannot read server.properties in " + Installation.class, e);
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static String fingerprint(Path folder) {
        return Sha256.hex(folder.toString().getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT_DIGITS);
    }
}
