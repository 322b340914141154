package dev.aulens.web;

import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads filters on fields: {@code field:value}, or {@code !field:value} for documents without that value. A colon or
 * backslash in the name of a field has a backslash before it.
 */
final class FieldFilters {

    private final MappedFields fields;

    FieldFilters(MappedFields fields) {
        this.fields = fields;
    }

    /**
     * Returns the filter that all of these hold in.
     *
     * @throws WrongUsageException if one has another form, or its field is not in the mapping
     */
    Filter parse(List<String> filters) throws WrongUsageException {
        List<Filter> all = new ArrayList<>();
        for (String filter : filters) {
            boolean out = filter.startsWith("!");
            int colon = endOfField(filter);
            String field =
                    filter.substring(out ? 1 : 0, colon).replace("\\:", ":").replace("\\\\", "\\");
            if (colon == filter.length() || !fields.isSearchable(field)) {
                throw new WrongUsageException("no field to filter by: " + field);
            }
            Filter value = new Filter.Term(field, filter.substring(colon + 1));
            all.add(out ? Filter.not(value) : value);
        }
        return Filter.all(all);
    }

    private static int endOfField(String filter) {
        for (int i = 0; i < filter.length(); i++) {
            switch (filter.charAt(i)) {
                case ':' -> {
                    return i;
                }
                case '\\' -> i++;
                default -> {}
            }
        }
        return filter.length();
    }
}
