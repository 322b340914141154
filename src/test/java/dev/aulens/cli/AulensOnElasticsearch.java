package dev.aulens.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Commands that use a real Elasticsearch: for a field with {@code @RegisterExtension}. Each test has indices of its own, as
 * {@link RealElasticsearch} says.
 */
public final class AulensOnElasticsearch implements BeforeEachCallback {

    private @Nullable TestCluster cluster;

    @Override
    public void beforeEach(ExtensionContext context) {
        cluster = RealElasticsearch.cluster(context);
    }

    /** Returns the test's part of the server. */
    public TestCluster cluster() {
        return Objects.requireNonNull(cluster, "before each test");
    }

    public Aulens.Run run(String... words) {
        return Aulens.on(cluster()).run(words);
    }

    public Aulens.Run runWithInput(byte[] input, String... words) {
        return Aulens.on(cluster()).runWithInput(input, words);
    }

    /** Returns how many documents the test has, however many. */
    public int documents() throws IOException {
        String indices = "/" + cluster().prefix() + "-*";
        cluster().send("POST", indices + "/_refresh", "");
        return new ObjectMapper()
                .readTree(cluster().get(indices + "/_count"))
                .path("count")
                .asInt();
    }

    /** Returns the raw records of the test's documents, by {@code _id}; there must be fewer than 10,000. */
    public Map<String, String> originals() throws IOException {
        return StoredOriginals.of(cluster());
    }
}
