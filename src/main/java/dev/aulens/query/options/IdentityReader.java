package dev.aulens.query.options;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads a user or group, by number or by name. */
final class IdentityReader implements ConditionTable.Reader {

    private final String noun;
    private final Function<String, OptionalLong> local;
    private final boolean onlyLocal;
    private final List<IdPlace> places;

    /**
     * @param noun what ausearch calls it in its message
     * @param local returns the id of a name on this machine
     * @param onlyLocal whether a name that this machine does not know is an error, as with ausearch; else it may be one of
     *     the hosts that wrote the logs
     * @param places where documents have the ids
     */
    IdentityReader(String noun, Function<String, OptionalLong> local, boolean onlyLocal, IdPlace... places) {
        this.noun = noun;
        this.local = local;
        this.onlyLocal = onlyLocal;
        this.places = List.of(places);
    }

    @Override
    public Condition read(String word) throws WrongUsageException {
        boolean number = Numbers.looksLikeNumber(word) || word.startsWith("-");
        OptionalLong id = number ? Numbers.wrapped(word) : local.apply(word);
        if (id.isEmpty() && (number || onlyLocal)) {
            throw new WrongUsageException(noun + " is non-numeric and unknown (" + word + ")");
        }
        List<Filter> any = new ArrayList<>();
        for (IdPlace place : places) {
            Filter has = number ? hasId(place.field(), id.getAsLong()) : hasName(place, word, id);
            any.add(Filter.all(has, place.where()));
        }
        return Conditions.always(Filter.any(any));
    }

    private static Filter hasId(String field, long id) {
        Filter filter = new Filter.Term(field, Long.toString(id));
        return id == Numbers.UNSET ? Filter.any(filter, new Filter.Term(field, "unset")) : filter;
    }

    /**
     * The document's own name counts; where it has none, its id is taken for one of this machine. Id 0 is root on every
     * machine.
     */
    private static Filter hasName(IdPlace place, String name, OptionalLong id) {
        Filter named = new Filter.Term(place.nameField(), name);
        if (id.isEmpty()) {
            return named;
        }
        Filter numbered = hasId(place.field(), id.getAsLong());
        if (id.getAsLong() == 0) {
            return Filter.any(named, numbered);
        }
        return Filter.any(named, Filter.all(numbered, Filter.not(new Filter.Exists(place.nameField()))));
    }
}
