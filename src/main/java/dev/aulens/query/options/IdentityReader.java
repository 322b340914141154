package dev.aulens.query.options;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads a user or group, by number or by name. */
final class IdentityReader implements ConditionTable.Reader {

    private static final String ID = ".id";

    private final String noun;
    private final Function<String, OptionalLong> local;
    private final List<String> fields;

    /**
     * @param noun what ausearch calls it in its message
     * @param local returns the id of a name on this machine
     * @param fields with the ids, each ending in {@code .id}; the names stand beside them
     */
    IdentityReader(String noun, Function<String, OptionalLong> local, String... fields) {
        this.noun = noun;
        this.local = local;
        this.fields = List.of(fields);
    }

    @Override
    public Condition read(String word) throws WrongUsageException {
        boolean number = Numbers.looksLikeNumber(word) || word.startsWith("-");
        OptionalLong id = number ? Numbers.wrapped(word) : local.apply(word);
        if (id.isEmpty()) {
            throw new WrongUsageException(noun + " is non-numeric and unknown (" + word + ")");
        }
        List<Filter> any = new ArrayList<>();
        for (String field : fields) {
            any.add(number ? hasId(field, id.getAsLong()) : hasName(field, word, id.getAsLong()));
        }
        return Conditions.always(Filter.any(any));
    }

    private static Filter hasId(String field, long id) {
        Filter filter = new Filter.Term(field, Long.toString(id));
        return id == Numbers.UNSET ? Filter.any(filter, new Filter.Term(field, "unset")) : filter;
    }

    /**
     * The document's own name counts; where it has none, its id is taken for one of this machine. Id 0 is root on every
     * machine, also where the document names the account that logs in instead.
     */
    private static Filter hasName(String field, String name, long id) {
        String nameField = field.substring(0, field.length() - ID.length()) + ".name";
        if (id == 0) {
            return Filter.any(new Filter.Term(nameField, name), hasId(field, id));
        }
        return Filter.any(
                new Filter.Term(nameField, name),
                Filter.all(hasId(field, id), Filter.not(new Filter.Exists(nameField))));
    }
}
