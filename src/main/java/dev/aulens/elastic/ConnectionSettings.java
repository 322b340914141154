package dev.aulens.elastic;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Elasticsearch is and how to reach it.
 *
 * @param url of its HTTP interface, with scheme and host; a path prefix is kept
 * @param credentials to send with each request
 * @param caCertificate a PEM file with the authority that signed the server's certificate; empty: the JVM's own
 */
public record ConnectionSettings(URI url, Credentials credentials, Optional<Path> caCertificate) {

    /** The address of a node on this machine with Elasticsearch's default port. */
    public static final URI DEFAULT_URL = URI.create("http://127.0.0.1:9200");

    /** Returns settings for a server with security off. */
    public static ConnectionSettings of(URI url) {
        return new ConnectionSettings(url, new Credentials.Anonymous(), Optional.empty());
    }

    /** Tells whether the connection is encrypted. */
    public boolean tls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
