package dev.aulens.node;

import dev.aulens.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks nodes how they are, in the plain text that Elasticsearch's compact APIs answer with.
 *
 * @param security of the nodes; they need not have it on
 */
record Health(SecurityFiles security) {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MOST_BYTES = 1_000;

    /**
     * The cluster as a node sees it.
     *
     * @param status {@code green}, {@code yellow} or {@code red}
     * @param nodes how many it has
     */
    record Cluster(String status, int nodes) {}

    /** Returns what the node says of its cluster; empty if it does not answer, or is in none. */
    Optional<Cluster> cluster(URI url) {
        return get(url, "/_cat/health?h=status,node.total")
                .map(line -> List.of(line.split(" +")))
                .filter(words -> words.size() == 2)
                .map(words -> new Cluster(words.get(0), Integer.parseInt(words.get(1))));
    }

    /** Returns the release of the node; empty if it does not answer. */
    Optional<String> version(URI url) {
        return get(url, "/_cat/nodes?h=version");
    }

    private Optional<String> get(URI url, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
            if (connection instanceof HttpsURLConnection secure) {
                prove(secure);
            }
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

    /** Trusts the nodes' own authority alone, so that nobody else is told the password. */
    private void prove(HttpsURLConnection connection) {
        connection.setSSLSocketFactory(
                Certificates.context(Certificates.check(Certificates.read(security.caCertificate())))
                        .getSocketFactory());
        byte[] pair = (SecurityFiles.ADMIN + ":" + security.adminPassword()).getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
