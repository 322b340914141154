package dev.aulens.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts values and puts them in the order of summaries: the most frequent first; of equal ones the lower number, or the
 * one that the log has first.
 */
final class Tally {

    private final Map<String, Entry> entries = new HashMap<>();
    private final Order order;

    /**
     * A value and how often it was counted.
     *
     * @param number by which values of equal count are ordered, if they are numbers
     * @param place where it was seen first
     */
    record Entry(String value, long count, long number, Place place) {}

    /**
     * Where in the log a value is.
     *
     * @param millis the event's time
     * @param serial the event's serial
     * @param index among the values of the event
     */
    record Place(long millis, long serial, int index) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::millis)
                .thenComparingLong(Place::serial)
                .thenComparingInt(Place::index);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** In which order values of equal count are. */
    enum Order {
        /** The lower number first. */
        NUMBER,
        /** The one that the log has first. */
        LOG
    }

    /** @param order of values of equal count */
    Tally(Order order) {
        this.order = order;
    }

    /** Counts a value. */
    void add(String value, long number, long count, Place place) {
        entries.merge(value, new Entry(value, count, number, place), (known, more) -> {
            Place first = known.place().compareTo(more.place()) <= 0 ? known.place() : more.place();
            return new Entry(value, known.count() + more.count(), number, first);
        });
    }

    /** Returns the values in order. */
    List<Entry> sorted() {
        List<Entry> sorted = new ArrayList<>(entries.values());
        Comparator<Entry> frequency = Comparator.comparingLong(Entry::count).reversed();
        sorted.sort(
                switch (order) {
                    case NUMBER -> frequency.thenComparingLong(Entry::number);
                    case LOG -> frequency.thenComparing(Entry::place).thenComparing(Entry::value);
                });
        return sorted;
    }
}
