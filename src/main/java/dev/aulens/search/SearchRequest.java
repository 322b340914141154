package dev.aulens.search;

import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to stream.
 *
 * @param filter what must hold for them
 * @param order by time alone, or as the logs have the events
 * @param reverse latest first, instead of earliest first
 * @param limit the most to hand on, if there is a limit
 * @param after the event behind which to begin, in the order of the search; null for the beginning
 */
public record SearchRequest(
        Filter filter,
        Order order,
        boolean reverse,
        OptionalLong limit,
        @Nullable EventId after) {

    /** What comes before what. */
    public enum Order {
        /** Events are in order of time, serial and host. */
        TIME,
        /** The same, but events that their log has behind later ones stand there, as ausearch prints them. */
        LOG
    }

    /**
     * @throws IllegalArgumentException if it begins behind an event in another order than that of time
     */
    public SearchRequest {
        if (order == Order.LOG && after != null) {
            throw new IllegalArgumentException("an event's id tells its place in order of time only");
        }
    }

    /** Returns a request for all that the filter holds for, earliest first, as the logs have it. */
    public static SearchRequest of(Filter filter) {
        return new SearchRequest(filter, Order.LOG, false, OptionalLong.empty(), null);
    }

    /** Returns a request for all that the filter holds for, earliest first, whatever their place in logs. */
    public static SearchRequest byTime(Filter filter) {
        return new SearchRequest(filter, Order.TIME, false, OptionalLong.empty(), null);
    }
}
