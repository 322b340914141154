package dev.aulens.search;

import dev.aulens.query.Filter;
import java.util.OptionalLong;

/**
 * Which documents to stream.
 *
 * @param filter what must hold for them
 * @param reverse latest first, instead of earliest first
 * @param limit the most to hand on, if there is a limit
 */
public record SearchRequest(Filter filter, boolean reverse, OptionalLong limit) {

    /** Returns a request for all that the filter holds for, earliest first. */
    public static SearchRequest of(Filter filter) {
        return new SearchRequest(filter, false, OptionalLong.empty());
    }
}
