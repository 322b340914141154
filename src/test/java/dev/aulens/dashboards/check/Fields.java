package dev.aulens.dashboards.check;

import dev.aulens.dashboards.check.KnownToKibana.Takes;
import java.util.Map;
import java.util.Set;

/**
 * The fields of the mapping, and what can be done with each.
 *
 * @param types of Elasticsearch by full name; {@code stored} for what cannot be searched
 */
record Fields(Map<String, String> types) {

    private static final Set<String> WITHOUT_VALUES = Set.of("text", "match_only_text", "stored", "flattened");
    private static final Set<String> NUMBERS = Set.of("long", "integer", "short", "double", "float");
    private static final String DATE = "date";

    Fields {
        types = Map.copyOf(types);
    }

    /** Tells whether there is a field of that name, or one that holds fields of any name at its beginning. */
    boolean has(String name) {
        if (types.containsKey(name)) {
            return true;
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if ("flattened".equals(types.get(name.substring(0, dot)))) {
                return true;
            }
        }
        return false;
    }

    boolean isDate(String name) {
        return DATE.equals(types.get(name));
    }

    /** Says why an operation does not work on a field, if it does not. */
    void check(Place place, String operation, Takes takes, String name) {
        if (!has(name)) {
            place.fault("no field is called " + name);
            return;
        }
        String type = types.getOrDefault(name, "keyword");
        boolean fits = switch (takes) {
            case NOTHING, RECORDS -> false;
            case VALUES -> !WITHOUT_VALUES.contains(type);
            case DATES -> type.equals(DATE);
            case NUMBERS -> NUMBERS.contains(type);
            case NUMBERS_OR_DATES -> NUMBERS.contains(type) || type.equals(DATE);
        };
        if (!fits) {
            place.fault(operation + " does not work on " + name + ", which is " + type);
        }
    }
}
