package dev.aulens.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.Credentials;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.elastic.Fingerprint;
import dev.aulens.elastic.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            options.access.username = "alice";
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
            options.access.username = "alice";
            options.access.passwordFile = Files.writeString(folder.resolve("password"), "geheim\n");
            Files.setPosixFilePermissions(options.access.passwordFile, PosixFilePermissions.fromString("rw-r-----"));

            assertThatThrownBy(() -> connection(options))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("run: chmod 600 " + options.access.passwordFile);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://alice:geheim@es:9200", "https://alice:ge heim@es", "http://es:9200,x:geheim@y"})
        void refuseAnAddressWithAPasswordWithoutShowingIt(String address) {
            environment.put("ES_URL", address);

            assertThatThrownBy(() -> connection(new ConnectionOptions()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("set ES_USERNAME and ES_PASSWORD")
                    .hasMessageNotContaining("heim")
                    .hasNoCause();
        }

        @Test
        void takeSeveralAddresses() {
            environment.put("ES_URL", "https://es1:9200, https://es2:9200");

            assertThat(connection(new ConnectionOptions()).urls())
                    .containsExactly(URI.create("https://es1:9200"), URI.create("https://es2:9200"));
        }

        @Test
        void refuseAddressesThatDifferInMoreThanTheHost() {
            environment.put("ES_URL", "https://es1:9200,http://es2:9200");

            assertThatThrownBy(() -> ElasticsearchConnection.open(connection(new ConnectionOptions())))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("are not of one cluster");
        }

        @Test
        void trustAFileOrAFingerprintButNotBoth() {
            environment.put("ES_CA_CERT", "ca.crt");
            assertThat(connection(new ConnectionOptions()).trust())
                    .isEqualTo(new Trust.AuthorityFile(Path.of("ca.crt")));

            environment.put("ES_CA_FINGERPRINT", "00".repeat(32));
            assertThatThrownBy(() -> connection(new ConnectionOptions()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("leave one of them out");

            ConnectionOptions options = new ConnectionOptions();
            options.access.caFingerprint = "11".repeat(32);
            assertThat(connection(options).trust()).isEqualTo(new Trust.Pinned(Fingerprint.parse("11".repeat(32))));
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
