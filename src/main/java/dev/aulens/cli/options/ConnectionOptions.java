package dev.aulens.cli.options;

import dev.aulens.Certificates;
import dev.aulens.Failure;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.elastic.Trust;
import dev.aulens.node.LocalNode;
import dev.aulens.node.RunningNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where Elasticsearch is. */
public final class ConnectionOptions {

    @Option(
            names = "--es-url",
            paramLabel = "URL",
            description = "Elasticsearch's address, or those of several nodes of it, with commas. Default: ES_URL, else"
                    + " the node of 'aulens node start', else http://127.0.0.1:9200.")
    @Nullable
    String url;

    @Mixin
    final AccessOptions access = new AccessOptions();

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
        Trust trust = access.trust(settings)
                .or(() -> local.stream()
                        .flatMap(node -> node.caCertificate().stream())
                        .findFirst()
                        .map(Trust.AuthorityFile::new))
                .orElseGet(Trust.Jvm::new);
        return new ConnectionSettings(
                addresses.isEmpty() ? List.of(ConnectionSettings.DEFAULT_URL) : addresses,
                access.credentials(settings),
                trust);
    }

    /**
     * Connects to that server; the caller closes the connection.
     *
     * @throws Failure as {@link #toSettings} does
     */
    public ElasticsearchConnection connect(Settings settings) {
        ConnectionSettings server = toSettings(settings);
        trustNobodyByDefault();
        return ElasticsearchConnection.open(server);
    }

    /**
     * Each connection says itself whom it trusts. The HTTP client asks for the JVM's default in any case, and the built-in
     * one reads all of the JVM's certificates: a quarter of the time of a short command.
     */
    private static void trustNobodyByDefault() {
        SSLContext.setDefault(Certificates.trustingNobody());
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
}
