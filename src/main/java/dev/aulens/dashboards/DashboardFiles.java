package dev.aulens.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of {@code dashboards/}, which the program carries. A word in them that is not known is a fault. */
final class DashboardFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DashboardFiles() {}

    /**
     * What there is.
     *
     * @param dashboards names in the order of the links
     * @param searches names
     * @param controls of every dashboard, by their ids
     * @param links where every dashboard has the links to the others
     */
    record Contents(
            List<String> dashboards, List<String> searches, Map<String, Control> controls, DashboardFile.Grid links) {}

    /** A filter that is chosen from the values of a field. */
    record Control(String fieldName, String title) {}

    /**
     * A saved search.
     *
     * @param query in KQL; null for all events
     */
    record SearchFile(
            String title, String description, @Nullable String query, List<String> columns) {}

    static Contents contents() {
        return read("contents", Contents.class);
    }

    static Shapes shapes() {
        return new Shapes(read("shapes", ObjectNode.class));
    }

    static ObjectNode dataView() {
        return read("data-view", ObjectNode.class);
    }

    /** Returns the saved searches by name. */
    static Map<String, SearchFile> searches(Contents contents) {
        Map<String, SearchFile> searches = new LinkedHashMap<>();
        contents.searches().forEach(name -> searches.put(name, search(name)));
        return searches;
    }

    /** Returns a saved search. */
    static SearchFile search(String name) {
        return read("searches/" + name, SearchFile.class);
    }

    /** Returns the dashboards by name, in the order of the links. */
    static Map<String, DashboardFile> dashboards(Contents contents) {
        Map<String, DashboardFile> dashboards = new LinkedHashMap<>();
        contents.dashboards().forEach(name -> dashboards.put(name, read(name, DashboardFile.class)));
        return dashboards;
    }

    /** @throws IllegalStateException if the program's jar is damaged, or the build has let a faulty file pass */
    private static <T> T read(String name, Class<T> type) {
        try (InputStream file =
                Objects.requireNonNull(DashboardFiles.class.getResourceAsStream("files/" + name + ".json"), name)) {
            return JSON.readValue(file, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dashboards/" + name + ".json: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("the program's jar is damaged", e);
        }
    }
}
