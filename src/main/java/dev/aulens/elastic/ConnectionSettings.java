package dev.aulens.elastic;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where Elasticsearch is and how to reach it.
 *
 * @param urls of the HTTP interfaces of its nodes, at least one, with scheme and host; a path prefix is kept. A node that
 *     does not answer is passed over for a while
 * @param credentials to send with each request
 * @param trust which authorities may vouch for the server; without TLS it does not matter
 */
public record ConnectionSettings(List<URI> urls, Credentials credentials, Trust trust) {

    /** The address of a node on this machine with Elasticsearch's default port. */
    public static final URI DEFAULT_URL = URI.create("http://127.0.0.1:9200");

    /**
     * Copies the addresses.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ConnectionSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
    }

    /** Returns settings for a server with security off. */
    public static ConnectionSettings of(URI url) {
        return new ConnectionSettings(List.of(url), new Credentials.Anonymous(), new Trust.Jvm());
    }

    /** Returns the addresses as messages name them, separated by commas. */
    public String url() {
        return urls.stream().map(URI::toString).collect(Collectors.joining(","));
    }

    /** Tells whether the connection is encrypted. */
    public boolean tls() {
        return "https".equalsIgnoreCase(urls.get(0).getScheme());
    }
}
