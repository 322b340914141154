package dev.aulens.elastic;

import java.net.URI;

/**
 * Where Elasticsearch is and how to reach it.
 *
 * @param url of its HTTP interface, with scheme and host; a path prefix is kept
 * @param credentials to send with each request
 * @param trust which authorities may vouch for the server; without TLS it does not matter
 */
public record ConnectionSettings(URI url, Credentials credentials, Trust trust) {

    /** The address of a node on this machine with Elasticsearch's default port. */
    public static final URI DEFAULT_URL = URI.create("http://127.0.0.1:9200");

    /** Returns settings for a server with security off. */
    public static ConnectionSettings of(URI url) {
        return new ConnectionSettings(url, new Credentials.Anonymous(), new Trust.Jvm());
    }

    /** Tells whether the connection is encrypted. */
    public boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
