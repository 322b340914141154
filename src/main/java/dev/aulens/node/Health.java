package dev.aulens.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a node how it is, in the plain text that Elasticsearch's compact APIs answer with. */
final class Health {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MOST_BYTES = 1_000;

    private Health() {}

    /** Returns {@code green}, {@code yellow} or {@code red}; empty if the node does not answer. */
    static Optional<String> status(URI url) {
        return get(url, "/_cat/health?h=status");
    }

    /** Returns the release of the node; empty if it does not answer. */
    static Optional<String> version(URI url) {
        return get(url, "/_cat/nodes?h=version");
    }

    private static Optional<String> get(URI url, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            try (InputStream answer = connection.getInputStream()) {
                return new String(answer.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                        .trim()
                        .lines()
                        .findFirst();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
