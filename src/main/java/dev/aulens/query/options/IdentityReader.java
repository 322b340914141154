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
    private final boolean onlyLocal;
    private final List<String> fields;

    /**
     * @param noun what ausearch calls it in its message
     * @param local returns the id of a name on this machine
     * @param onlyLocal whether a name that this machine does not know is an error, as with ausearch; else it may be one of
     *     the hosts that wrote the logs
     * @param fields with the ids, each ending in {@code .id}; the names stand beside them
     */
    IdentityReader(String noun, Function<String, OptionalLong> local, boolean onlyLocal, String... fields) {
        this.noun = noun;
        this.local = local;
        this.onlyLocal = onlyLocal;
        this.fields = List.of(fields);
    }

    @Override
    public Condition read(String word) throws WrongUsageException {
        boolean number = Numbers.looksLikeNumber(word) || word.startsWith("-");
        OptionalLong id = number ? Numbers.wrapped(word) : local.apply(word);
        if (id.isEmpty() && (number || onlyLocal)) {
            throw new WrongUsageException(noun + " is non-numeric and unknown (" + word + ")");
        }
        List<Filter> any = new ArrayList<>();
        for (String field : fields) {
            any.add(number ? hasId(field, id.getAsLong()) : hasName(field, word, id));
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
    private static Filter hasName(String field, String name, OptionalLong id) {
        String nameField = field.substring(0, field.length() - ID.length()) + ".name";
        Filter named = new Filter.Term(nameField, name);
        if (id.isEmpty()) {
            return named;
        }
        Filter numbered = hasId(field, id.getAsLong());
        if (id.getAsLong() == 0) {
            return Filter.any(named, numbered);
        }
        return Filter.any(named, Filter.all(numbered, Filter.not(new Filter.Exists(nameField))));
    }
}
