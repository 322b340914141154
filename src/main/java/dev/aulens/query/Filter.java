package dev.aulens.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on documents: a tree, independent of the language that it was written in and of Elasticsearch's own.
 *
 * <p>Texts are always meant literally, except the pattern of {@link Wildcard}; {@link Foreign} has rules of its own. A field with several values fulfils a
 * condition when one of them does.
 */
public sealed interface Filter {

    /** Hands this filter to the method of the visitor that is meant for it. */
    <R> R accept(Visitor<R> visitor);

    /** Returns the parts of this filter that are queries in other languages. */
    default Stream<Foreign> foreign() {
        return Stream.empty();
    }

    /** Every document. */
    record Everything() implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.everything();
        }
    }

    /** Documents that all of the filters hold for; those without any are all documents. */
    record And(List<Filter> all) implements Filter {
        public And {
            all = List.copyOf(all);
        }

        @Override
        public Stream<Foreign> foreign() {
            return all.stream().flatMap(Filter::foreign);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** Documents that one of the filters holds for; without any there is none. */
    record Or(List<Filter> any) implements Filter {
        public Or {
            any = List.copyOf(any);
        }

        @Override
        public Stream<Foreign> foreign() {
            return any.stream().flatMap(Filter::foreign);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** Documents that the filter does not hold for. */
    record Not(Filter filter) implements Filter {
        @Override
        public Stream<Foreign> foreign() {
            return filter.foreign();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Documents whose field has exactly this value; numbers are written in decimal. */
    record Term(String field, String value) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.term(this);
        }
    }

    /** Documents whose analysed text field holds the words of the text, one behind the other. */
    record Phrase(String field, String text) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.phrase(this);
        }
    }

    /** Documents whose field has a value between two bounds. A null bound is open; one at least is set. */
    record Range(
            String field, @Nullable Bound lower, @Nullable Bound upper) implements Filter {
        public Range {
            if (lower == null && upper == null) {
                throw new IllegalArgumentException("a range has one bound at least");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /** An end of a range: a decimal number, or a time as ISO 8601 with zone. */
    record Bound(String value, boolean inclusive) {}

    /** Documents that have the field. */
    record Exists(String field) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exists(this);
        }
    }

    /** Documents whose keyword field holds the text somewhere in its value; upper and lower case differ. */
    record Contains(String field, String text) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contains(this);
        }
    }

    /** Documents whose keyword field begins with the text; upper and lower case differ. */
    record Prefix(String field, String text) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prefix(this);
        }
    }

    /** Documents whose whole keyword field is as the pattern: * for any text, ? for any character, \ before either. */
    record Wildcard(String field, String pattern) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wildcard(this);
        }
    }

    /**
     * Documents that a query in another language finds.
     *
     * @param language that it is written in
     * @param text as it was written
     * @param searched the texts that hits are found by, to be made visible there
     * @param unknown the names in it that no field of the mapping has
     * @param query what it is in the language of the server
     */
    record Foreign(Language language, String text, List<String> searched, List<String> unknown, Dsl query)
            implements Filter {
        public Foreign {
            searched = List.copyOf(searched);
            unknown = List.copyOf(unknown);
        }

        @Override
        public Stream<Foreign> foreign() {
            return Stream.of(this);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreign(this);
        }
    }

    /** The languages of Kibana's search bar. */
    enum Language {
        KQL,
        LUCENE
    }

    /** Returns the filter that all of these hold in, in its simplest form. */
    static Filter all(List<? extends Filter> filters) {
        List<Filter> parts = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter instanceof And and) {
                parts.addAll(and.all());
            } else if (!(filter instanceof Everything)) {
                parts.add(filter);
            }
        }
        return parts.isEmpty() ? new Everything() : parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    /** Returns the filter that all of these hold in, in its simplest form. */
    static Filter all(Filter... filters) {
        return all(List.of(filters));
    }

    /** Returns the filter that one of these holds in, in its simplest form. */
    static Filter any(List<? extends Filter> filters) {
        List<Filter> parts = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter instanceof Or or) {
                parts.addAll(or.any());
            } else {
                parts.add(filter);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    /** Returns the filter that one of these holds in, in its simplest form. */
    static Filter any(Filter... filters) {
        return any(List.of(filters));
    }

    /** Returns the opposite of a filter. */
    static Filter not(Filter filter) {
        return filter instanceof Not not ? not.filter() : new Not(Objects.requireNonNull(filter));
    }

    /** What is done with each kind of filter. */
    interface Visitor<R> {
        R everything();

        R and(And filter);

        R or(Or filter);

        R not(Not filter);

        R term(Term filter);

        R phrase(Phrase filter);

        R range(Range filter);

        R exists(Exists filter);

        R contains(Contains filter);

        R prefix(Prefix filter);

        R wildcard(Wildcard filter);

        R foreign(Foreign filter);
    }
}
