package dev.aulens.cli.options;

import dev.aulens.Failure;
import dev.aulens.elastic.Credentials;
import dev.aulens.elastic.Fingerprint;
import dev.aulens.elastic.Trust;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say who asks, and which servers to trust. Secrets come from the environment or from files, never from
 * options.
 */
public final class AccessOptions {

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
     * Returns the authorities that the options, then the settings name; an option goes before a setting, so that one of
     * each kind is no contradiction.
     *
     * @throws Failure if two ways to trust are named
     */
    public Optional<Trust> trust(Settings settings) {
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

    /**
     * Returns who the options, then the settings say that the user is.
     *
     * @throws Failure if a secret's file cannot be used, or there is a user without a password
     */
    public Credentials credentials(Settings settings) {
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
