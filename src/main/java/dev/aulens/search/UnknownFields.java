package dev.aulens.search;

import dev.aulens.Failure;
import dev.aulens.query.Filter;
import dev.aulens.query.UnknownField;
import java.util.Collection;
import java.util.List;

/** Finds out why a query in KQL or Lucene's syntax may have found nothing: it asks for fields that no index has. */
public final class UnknownFields {

    private final CountableFields fields;
    private final Collection<String> names;

    /**
     * @param indices to ask
     * @param names of fields that there are, for those that may have been meant
     */
    public UnknownFields(Indices indices, Collection<String> names) {
        this.fields = new CountableFields(indices);
        this.names = names;
    }

    /**
     * Returns a line for the user for each such field. The server is asked only of names that the mapping does not have.
     *
     * @throws Failure if the server cannot be asked
     */
    public List<String> notices(Filter filter) {
        return filter.foreign()
                .flatMap(query -> query.unknown().stream())
                .distinct()
                .filter(name -> fields.kind(name) == CountableFields.Kind.UNKNOWN)
                .map(name -> UnknownField.inQuery(name, names))
                .toList();
    }
}
