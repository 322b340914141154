package dev.aulens.cli;

import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.Credentials;
import dev.aulens.node.LocalNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where Elasticsearch is. Secrets come from the environment or from files, never from options. */
final class ConnectionOptions {

    @Option(
            names = "--es-url",
            paramLabel = "URL",
            description = "Elasticsearch's address. Default: ES_URL, else the node of 'aulens node start',"
                    + " else http://127.0.0.1:9200.")
    @Nullable
    String url;

    @Option(
            names = "--es-ca-cert",
            paramLabel = "FILE",
            description = "The authority (PEM) that signed the server's certificate. Default: ES_CA_CERT.")
    @Nullable
    Path caCertificate;

    @Option(
            names = "--es-username",
            paramLabel = "NAME",
            description = "A user of Elasticsearch, with the password of ES_PASSWORD. Default: ES_USERNAME.")
    @Nullable
    String username;

    @Option(
            names = "--es-password-file",
            paramLabel = "FILE",
            description = "A file with the user's password, readable by you alone.")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--es-api-key-file",
            paramLabel = "FILE",
            description = "A file with an encoded API key, readable by you alone. Default: ES_API_KEY.")
    @Nullable
    Path apiKeyFile;

    /**
     * Returns the connection that the options, then the settings ask for; else this installation's running node.
     *
     * @param settings for what no option says
     * @throws Failure if the address is no URL or a secret's file cannot be used
     */
    ConnectionSettings toSettings(Settings settings) {
        Optional<Path> authority = Optional.ofNullable(caCertificate)
                .or(() -> settings.get("es-ca-cert").map(Path::of));
        return new ConnectionSettings(url(settings), credentials(settings), authority);
    }

    private URI url(Settings settings) {
        String text = url != null ? url : settings.get("es-url").orElse(null);
        if (text == null) {
            return LocalNode.runningUrl().orElse(ConnectionSettings.DEFAULT_URL);
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "the address of Elasticsearch is no URL: '" + text + "'; write it as http://host:9200", e);
        }
    }

    private Credentials credentials(Settings settings) {
        if (apiKeyFile != null) {
            return new Credentials.ApiKey(SecretFiles.read(apiKeyFile));
        }
        Optional<String> user = Optional.ofNullable(username).or(() -> settings.get("es-username"));
        Optional<String> apiKey = settings.get("es-api-key");
        if (username == null && apiKey.isPresent()) {
            return new Credentials.ApiKey(apiKey.get());
        }
        if (user.isEmpty()) {
            return new Credentials.Anonymous();
        }
        String password = passwordFile != null
                ? SecretFiles.read(passwordFile)
                : settings.get("es-password")
                        .orElseThrow(() -> new Failure(
                                "no password for user " + user.get() + "; set ES_PASSWORD or give --es-password-file"));
        return new Credentials.Basic(user.get(), password);
    }
}
