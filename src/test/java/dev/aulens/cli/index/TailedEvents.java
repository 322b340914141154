package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a test's indices hold. */
final class TailedEvents {

    private static final int MOST = 10_000;

    private TailedEvents() {}

    /** Returns event.original of all documents by serial number, each of which stands once. */
    static Map<Long, String> of(TestCluster cluster) throws IOException {
        String search = "/" + cluster.prefix() + "-*/_search?_source=event.original,event.sequence&size=" + MOST;
        Map<Long, String> events = new TreeMap<>();
        for (JsonNode hit : new ObjectMapper().readTree(cluster.get(search)).at("/hits/hits")) {
            JsonNode event = hit.at("/_source/event");
            String other = events.put(
                    event.path("sequence").asLong(), event.path("original").asText());
            assertThat(other).as("a second document of an event").isNull();
        }
        assertThat(events).as("all in one page").hasSizeLessThan(MOST);
        return events;
    }
}
