package dev.aulens.web;

import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads filters on fields: {@code field:value}, or {@code !field:value} for documents without that value. A colon or
 * backslash in the name of a field has a backslash before it.
 */
final class FieldFilters {

    private final MappedFields fields;
    private final DataView view;

    /** @param view of the same fields */
    FieldFilters(MappedFields fields, DataView view) {
        this.fields = fields;
        this.view = view;
    }

    /**
     * Returns the filter that all of these hold in.
     *
     * @throws WrongUsageException if one has another form, its field is not in the mapping, or cannot have the value
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
            String value = filter.substring(colon + 1);
            String objection = view.objection(field, value);
            if (objection != null) {
                throw new WrongUsageException("the filter " + filter + ": " + objection);
            }
            Filter term = new Filter.Term(field, value);
            all.add(out ? Filter.not(term) : term);
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
