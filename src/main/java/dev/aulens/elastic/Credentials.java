package dev.aulens.elastic;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How aulens makes itself known to Elasticsearch. Never printed: {@code toString} hides the secret. */
public sealed interface Credentials permits Credentials.Anonymous, Credentials.Basic, Credentials.ApiKey {

    /** Returns the value of the Authorization header (RFC 9110, section 11.6.2), empty for none. */
    Optional<String> authorization();

    /** Returns what to do if Elasticsearch refuses them, as the end of a sentence. */
    String wayOut();

    /** No credentials: a server with security off. */
    record Anonymous() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }

        @Override
        public String wayOut() {
            return "set ES_API_KEY, or ES_USERNAME and ES_PASSWORD";
        }

        @Override
        public String toString() {
            return "a request without credentials";
        }
    }

    /** A user of Elasticsearch and the password. */
    record Basic(String username, String password) implements Credentials {
        @Override
        public Optional<String> authorization() {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String wayOut() {
            return "correct ES_USERNAME and ES_PASSWORD, or the password's file";
        }

        @Override
        public String toString() {
            return "user " + username;
        }
    }

    /** An API key in the encoded form that Elasticsearch answers with ({@code encoded}). */
    record ApiKey(String encoded) implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.of("ApiKey " + encoded);
        }

        @Override
        public String wayOut() {
            return "correct ES_API_KEY or the key's file, or make a new key if this one has expired";
        }

        @Override
        public String toString() {
            return "an API key";
        }
    }
}
