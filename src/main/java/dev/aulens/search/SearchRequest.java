package dev.aulens.search;

import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to stream.
 *
 * @param filter what must hold for them
 * @param reverse latest first, instead of earliest first
 * @param limit the most to hand on, if there is a limit
 * @param after the event behind which to begin, in the order of the search; null for the beginning
 */
public record SearchRequest(
        Filter filter,
        boolean reverse,
        OptionalLong limit,
        @Nullable EventId after) {

    /** A request from the beginning. */
    public SearchRequest(Filter filter, boolean reverse, OptionalLong limit) {
        this(filter, reverse, limit, null);
    }

    /** Returns a request for all that the filter holds for, earliest first. */
    public static SearchRequest of(Filter filter) {
        return new SearchRequest(filter, false, OptionalLong.empty());
    }
}
