package dev.aulens.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What the documents of a test hold as {@code event.original}. */
public final class StoredOriginals {

    private static final int PAGE = 10_000;

    private StoredOriginals() {}

    /** Returns the raw records of all documents, by {@code _id}; there must be fewer than one page of them. */
    public static Map<String, String> of(TestCluster cluster) throws IOException {
        String indices = "/" + cluster.prefix() + "-*";
        cluster.send("POST", indices + "/_refresh", "");
        JsonNode hits = new ObjectMapper()
                .readTree(cluster.send(
                        "POST",
                        indices + "/_search",
                        "{\"size\":" + PAGE + ",\"_source\":[\"event.original\"],\"sort\":[\"_doc\"]}"))
                .path("hits")
                .path("hits");
        Map<String, String> originals = new TreeMap<>();
        for (JsonNode hit : hits) {
            String original = hit.path("_source").path("event").path("original").asText();
            if (originals.put(hit.path("_id").asText(), original) != null) {
                throw new AssertionError("two documents with id " + hit.path("_id"));
            }
        }
        if (originals.size() == PAGE) {
            throw new AssertionError("more documents than one page");
        }
        return originals;
    }
}
