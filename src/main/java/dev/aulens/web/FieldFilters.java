package dev.aulens.web;

import dev.aulens.index.MappedFields;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import java.util.ArrayList;
import java.util.List;

/** Reads filters on fields: {@code field:value}, or {@code !field:value} for documents without that value. */
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
            int colon = filter.indexOf(':');
            String field = colon < 0 ? filter : filter.substring(out ? 1 : 0, colon);
            if (colon < 0 || !fields.isSearchable(field)) {
                throw new WrongUsageException("no field to filter by: " + field);
            }
            Filter value = new Filter.Term(field, filter.substring(colon + 1));
            all.add(out ? Filter.not(value) : value);
        }
        return Filter.all(all);
    }
}
