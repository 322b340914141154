package dev.aulens.cli.options;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the environment, the credentials of a systemd service and the settings file say, for options that were not
 * given, in that order.
 *
 * <p>A credential is the file {@code $CREDENTIALS_DIRECTORY/KEY} (systemd.exec(5), LoadCredential=), which systemd shows
 * to the service alone. The settings file is {@code $AULENS_CONFIG}, else {@code $XDG_CONFIG_HOME/aulens/aulens.properties}
 * (by default below {@code ~/.config}), else {@code /etc/aulens/aulens.properties}. Its keys are the names of {@link #KEYS}; another key is an error, so that a typing error is not
 * taken for silence. A file with a secret must not be readable by others.
 */
public final class Settings {

    /** The key of each setting, and the variable that goes before the file. */
    private static final Map<String, String> KEYS = Map.of(
            "es-url", "ES_URL",
            "es-api-key", "ES_API_KEY",
            "es-username", "ES_USERNAME",
            "es-password", "ES_PASSWORD",
            "es-ca-cert", "ES_CA_CERT",
            "es-ca-fingerprint", "ES_CA_FINGERPRINT",
            "kibana-url", "KIBANA_URL",
            "index", "AULENS_INDEX");

    private static final Set<String> SECRETS = Set.of("es-api-key", "es-password");
    private static final Path OF_THE_SYSTEM = Path.of("/etc/aulens/aulens.properties");

    private final Map<String, String> environment;
    private final Properties file;

    private Settings(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the settings file, if there is one.
     *
     * @throws Failure if the file cannot be read, has an unknown key, or shows a secret to others
     */
    public static Settings load(Map<String, String> environment) {
        Properties properties = new Properties();
        Path path = path(environment);
        if (!Files.exists(path)) {
            if (environment.containsKey("AULENS_CONFIG")) {
                throw new Failure("there is no settings file " + path + "; correct AULENS_CONFIG");
            }
            return new Settings(environment, properties);
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            check(path, properties);
        } catch (IOException e) {
            throw new Failure("cannot read the settings file " + path + ": " + FileFault.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new Failure("cannot read the settings file " + path + ": " + e.getMessage(), e);
        }
        return new Settings(environment, properties);
    }

    /** Returns the value of a key from the environment, else from the file; empty text counts as not set. */
    public Optional<String> get(String key) {
        String variable = KEYS.get(key);
        if (variable == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .or(() -> credential(key).filter(value -> !value.isEmpty()))
                .or(() -> Optional.ofNullable(file.getProperty(key)).map(String::trim));
    }

    private Optional<String> credential(String key) {
        String folder = environment.getOrDefault("CREDENTIALS_DIRECTORY", "");
        Path credential = Path.of(folder, key);
        if (folder.isEmpty() || !Files.exists(credential)) {
            return Optional.empty();
        }
        try {
            return Files.readString(credential).lines().findFirst().map(String::trim);
        } catch (IOException e) {
            throw new Failure("cannot read the credential " + credential + ": " + FileFault.reason(e), e);
        }
    }

    private static void check(Path path, Properties properties) throws IOException {
        for (String key : properties.stringPropertyNames()) {
            if (!KEYS.containsKey(key)) {
                throw new Failure("unknown key '" + key + "' in the settings file " + path + "; known are "
                        + String.join(", ", new TreeSet<>(KEYS.keySet())));
            }
            if (SECRETS.contains(key)) {
                SecretFiles.refuseIfReadableByOthers(path);
            }
        }
    }

    private static Path path(Map<String, String> environment) {
        String named = environment.get("AULENS_CONFIG");
        if (named != null) {
            return Path.of(named);
        }
        String home = environment.getOrDefault("HOME", "");
        String configured = environment.get("XDG_CONFIG_HOME");
        Path base = configured == null || configured.isEmpty() ? Path.of(home, ".config") : Path.of(configured);
        Path own = base.resolve("aulens").resolve("aulens.properties");
        return Files.exists(own) || !Files.exists(OF_THE_SYSTEM) ? own : OF_THE_SYSTEM;
    }
}
