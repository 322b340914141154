package dev.aulens.cli;

import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.Credentials;
import dev.aulens.elastic.Fingerprint;
import dev.aulens.elastic.Trust;
import dev.aulens.node.LocalNode;
import dev.aulens.node.RunningNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where Elasticsearch is. Secrets come from the environment or from files, never from options. */
final class ConnectionOptions {

    @Option(
            names = "--es-url",
            paramLabel = "URL",
            description = "Elasticsearch's address, or those of several nodes of it, with commas. Default: ES_URL, else"
                    + " the node of 'aulens node start', else http://127.0.0.1:9200.")
    @Nullable
    String url;

    @Option(
            names = "--es-ca-cert",
            paramLabel = "FILE",
            description = "The authority (PEM) that signed the server's certificate. Default: ES_CA_CERT.")
    @Nullable
    Path caCertificate;

    @Option(
            names = "--es-ca-fingerprint",
            paramLabel = "HEX",
            description = "The SHA-256 fingerprint of that authority, in place of a file. Default: ES_CA_FINGERPRINT.")
    @Nullable
    String caFingerprint;

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
     * @throws Failure if the address is no URL, a secret's file cannot be used, or two ways to trust are named
     */
    ConnectionSettings toSettings(Settings settings) {
        Optional<String> named = Optional.ofNullable(url).or(() -> settings.get("es-url"));
        List<RunningNode> local = named.isPresent() ? List.of() : LocalNode.runningHere();
        List<URI> addresses = named.map(ConnectionOptions::addresses)
                .orElseGet(() -> local.stream().map(RunningNode::url).toList());
        Trust trust = trust(settings)
                .or(() -> local.stream()
                        .flatMap(node -> node.caCertificate().stream())
                        .findFirst()
                        .map(Trust.AuthorityFile::new))
                .orElseGet(Trust.Jvm::new);
        return new ConnectionSettings(
                addresses.isEmpty() ? List.of(ConnectionSettings.DEFAULT_URL) : addresses,
                credentials(settings),
                trust);
    }

    /** An address that holds a password is refused without showing it: it would stand in every message, and in ps. */
    private static List<URI> addresses(String text) {
        if (text.indexOf('@') >= 0) {
            throw new Failure("the address of Elasticsearch must not hold a user or a password; leave out all before"
                    + " the '@', and set ES_USERNAME and ES_PASSWORD");
        }
        try {
            return Arrays.stream(text.split(","))
                    .map(String::trim)
                    .map(URI::create)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "the address of Elasticsearch is no URL: '" + text + "'; write it as http://host:9200", e);
        }
    }

    /** An option goes before a setting, so that one of each kind is no contradiction. */
    private Optional<Trust> trust(Settings settings) {
        if (caCertificate != null || caFingerprint != null) {
            return trust(Optional.ofNullable(caCertificate), Optional.ofNullable(caFingerprint));
        }
        return trust(settings.get("es-ca-cert").map(Path::of), settings.get("es-ca-fingerprint"));
    }

    private static Optional<Trust> trust(Optional<Path> file, Optional<String> fingerprint) {
        if (file.isPresent() && fingerprint.isPresent()) {
            throw new Failure("a CA certificate and a fingerprint are given; leave one of them out");
        }
        return file.<Trust>map(Trust.AuthorityFile::new)
                .or(() -> fingerprint.map(Fingerprint::parse).map(Trust.Pinned::new));
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
