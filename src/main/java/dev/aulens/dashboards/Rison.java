package dev.aulens.dashboards;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values as Kibana keeps them in addresses: {@code (query:'a',filters:!())}. Strings are always quoted, names are
 * taken as they are.
 */
final class Rison {

    private Rison() {}

    /**
     * Returns a value in Rison.
     *
     * @param value maps, lists, strings, whole numbers and booleans
     * @throws IllegalArgumentException if it is something else
     */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + ":" + of(each.getValue()))
                    .collect(Collectors.joining(",", "(", ")"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Rison::of).collect(Collectors.joining(",", "!(", ")"));
        }
        if (value instanceof Boolean truth) {
            return truth ? "!t" : "!f";
        }
        if (value instanceof Integer number) {
            return number.toString();
        }
        if (value instanceof String text) {
            return "'" + text.replace("!", "!!").replace("'", "!'") + "'";
        }
        throw new IllegalArgumentException("not in Rison: " + value);
    }
}
