package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void homeWithoutFile() {
        environment.put("HOME", folder.toString());
    }

    @Test
    void areEmptyWithoutVariablesAndFile() {
        assertThat(Settings.load(environment).get("es-url")).isEmpty();
    }

    @Test
    void comeFromTheEnvironmentBeforeTheFile() throws IOException {
        file("es-url=http://file:9200\nindex=fromfile\n", "rw-r--r--");
        environment.put("ES_URL", "http://variable:9200");

        Settings settings = Settings.load(environment);

        assertThat(settings.get("es-url")).contains("http://variable:9200");
        assertThat(settings.get("index")).contains("fromfile");
    }

    @Test
    void comeFromTheCredentialsOfAServiceBeforeTheFile() throws IOException {
        file("es-username=fromfile\nindex=fromfile\n", "rw-r--r--");
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        Files.writeString(credentials.resolve("es-api-key"), "geheim\n");
        Files.writeString(credentials.resolve("es-username"), "\n");
        environment.put("CREDENTIALS_DIRECTORY", credentials.toString());
        environment.put("ES_API_KEY", "");

        Settings settings = Settings.load(environment);

        assertThat(settings.get("es-api-key")).contains("geheim");
        assertThat(settings.get("es-username")).contains("fromfile");
        assertThat(settings.get("index")).contains("fromfile");
        assertThat(settings.get("es-password")).isEmpty();
    }

    @Test
    void refuseAKeyThatTheyDoNotKnow() throws IOException {
        Path file = file("es-ulr=http://file:9200\n", "rw-r--r--");

        assertThatThrownBy(() -> Settings.load(environment))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unknown key 'es-ulr' in the settings file " + file);
    }

    @Test
    void refuseAFileThatShowsASecretToOthers() throws IOException {
        Path file = file("es-password=geheim\n", "rw-r--r--");

        assertThatThrownBy(() -> Settings.load(environment))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("others can read the secret in " + file)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void refuseANamedFileThatIsNotThere() {
        environment.put("AULENS_CONFIG", folder.resolve("none").toString());

        assertThatThrownBy(() -> Settings.load(environment))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("correct AULENS_CONFIG");
    }

    @Nested
    class OfTheConnection {

        @BeforeEach
        void server() {
            environment.put("ES_URL", "https://es.example:9200");
        }

        @Test
        void areAnonymousWithoutCredentials() {
            assertThat(connection(new ConnectionOptions()).credentials()).isInstanceOf(Credentials.Anonymous.class);
        }

        @Test
        void takeTheKeyBeforeTheUser() {
            environment.put("ES_API_KEY", "a2V5");
            environment.put("ES_USERNAME", "alice");

            assertThat(connection(new ConnectionOptions()).credentials()).isEqualTo(new Credentials.ApiKey("a2V5"));
        }

        @Test
        void takeAUserWithThePasswordOfTheEnvironment() {
            ConnectionOptions options = new ConnectionOptions();
            options.username = "alice";
            environment.put("ES_PASSWORD", "geheim");
            environment.put("ES_API_KEY", "a2V5");

            assertThat(connection(options).credentials()).isEqualTo(new Credentials.Basic("alice", "geheim"));
        }

        @Test
        void refuseAUserWithoutPassword() {
            environment.put("ES_USERNAME", "alice");

            assertThatThrownBy(() -> connection(new ConnectionOptions()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("no password for user alice");
        }

        @Test
        void refuseAPasswordFileThatOthersCanRead() throws IOException {
            ConnectionOptions options = new ConnectionOptions();
            options.username = "alice";
            options.passwordFile = Files.writeString(folder.resolve("password"), "geheim\n");
            Files.setPosixFilePermissions(options.passwordFile, PosixFilePermissions.fromString("rw-r-----"));

            assertThatThrownBy(() -> connection(options))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("run: chmod 600 " + options.passwordFile);
        }

        @Test
        void neverShowASecretAsText() {
            environment.put("ES_USERNAME", "alice");
            environment.put("ES_PASSWORD", "geheim");

            assertThat(connection(new ConnectionOptions()).toString()).doesNotContain("geheim");
            assertThat(new Credentials.ApiKey("a2V5").toString()).doesNotContain("a2V5");
        }

        private ConnectionSettings connection(ConnectionOptions options) {
            return options.toSettings(Settings.load(environment));
        }
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = folder.resolve(".config/aulens/aulens.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
