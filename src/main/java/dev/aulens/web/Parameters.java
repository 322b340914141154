package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands behind the question mark of an address. */
final class Parameters {

    private static final Set<String> KNOWN = Set.of("q", "from", "to", "filter", "after");
    private static final String REPEATABLE = "filter";

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads {@code name=value} pairs (application/x-www-form-urlencoded, UTF-8).
     *
     * @param query empty for none
     * @throws WrongUsageException if it has another form, or a name that nobody reads
     */
    static Parameters parse(String query) throws WrongUsageException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            List<String> all = values.computeIfAbsent(name, unused -> new ArrayList<>());
            if (!KNOWN.contains(name) || (!all.isEmpty() && !name.equals(REPEATABLE))) {
                throw new WrongUsageException("unknown or repeated parameter: " + name);
            }
            all.add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Parameters(values);
    }

    /** Returns the value, empty text if there is none. */
    String get(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Returns the values in their order. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static String decode(String text) throws WrongUsageException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("malformed percent-encoding in the address");
        }
    }
}
