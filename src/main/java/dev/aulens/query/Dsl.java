package dev.aulens.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query in the language of Elasticsearch, ready to be sent: {@code {"match":{"message":"deleted"}}}.
 *
 * @param kind of query, as {@code match}
 * @param body what stands behind the kind: names in their order, with texts, numbers, booleans, nulls, lists, maps and
 *     queries as values
 */
public record Dsl(String kind, Map<String, @Nullable Object> body) {

    public Dsl {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    /** Returns a query with an empty body. */
    public static Dsl of(String kind) {
        return new Dsl(kind, Map.of());
    }

    /** Returns a query whose body has one name. */
    public static Dsl of(String kind, String name, @Nullable Object value) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(name, value);
        return new Dsl(kind, body);
    }

    /** Returns how many queries stand inside each other, this one included. */
    public int depth() {
        return 1 + deepest(body.values());
    }

    private static int deepest(Iterable<? extends @Nullable Object> values) {
        List<Integer> depths = new ArrayList<>(List.of(0));
        for (Object value : values) {
            if (value instanceof Dsl query) {
                depths.add(query.depth());
            } else if (value instanceof List<?> list) {
                depths.add(deepest(list));
            }
        }
        return Collections.max(depths);
    }
}
