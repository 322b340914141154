package dev.aulens.query.dsl;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.json.JsonData;
import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a filter into a query of Elasticsearch.
 *
 * <p>Everything stands in filter context, where nothing is scored and answers can be cached. Substrings become {@code
 * wildcard} queries with the user's text escaped; several values of one field become one {@code terms} query.
 */
public final class FilterTranslator implements Filter.Visitor<Query> {

    /** Returns the query that finds what the filter holds for. */
    public static Query translate(Filter filter) {
        return filter.accept(new FilterTranslator());
    }

    private FilterTranslator() {}

    @Override
    public Query everything() {
        return QueryBuilders.matchAll(all -> all);
    }

    @Override
    public Query and(Filter.And filter) {
        BoolQuery.Builder bool = new BoolQuery.Builder();
        for (Filter part : filter.all()) {
            if (part instanceof Filter.Not not) {
                bool.mustNot(not.filter().accept(this));
            } else {
                bool.filter(part.accept(this));
            }
        }
        return bool.build()._toQuery();
    }

    @Override
    public Query or(Filter.Or filter) {
        if (filter.any().isEmpty()) {
            return QueryBuilders.matchNone(none -> none);
        }
        List<FieldValue> values = valuesOfOneField(filter.any());
        if (!values.isEmpty()) {
            String field = ((Filter.Term) filter.any().get(0)).field();
            return QueryBuilders.terms(terms -> terms.field(field).terms(list -> list.value(values)));
        }
        BoolQuery.Builder bool = new BoolQuery.Builder().minimumShouldMatch("1");
        filter.any().forEach(part -> bool.should(part.accept(this)));
        return bool.build()._toQuery();
    }

    @Override
    public Query not(Filter.Not filter) {
        return QueryBuilders.bool(bool -> bool.mustNot(filter.filter().accept(this)));
    }

    @Override
    public Query term(Filter.Term filter) {
        return QueryBuilders.term(term -> term.field(filter.field()).value(filter.value()));
    }

    @Override
    public Query phrase(Filter.Phrase filter) {
        return QueryBuilders.matchPhrase(phrase -> phrase.field(filter.field()).query(filter.text()));
    }

    @Override
    public Query range(Filter.Range filter) {
        UntypedRangeQuery.Builder range = new UntypedRangeQuery.Builder().field(filter.field());
        Filter.Bound lower = filter.lower();
        if (lower != null) {
            JsonData value = JsonData.of(lower.value());
            range = lower.inclusive() ? range.gte(value) : range.gt(value);
        }
        Filter.Bound upper = filter.upper();
        if (upper != null) {
            JsonData value = JsonData.of(upper.value());
            range = upper.inclusive() ? range.lte(value) : range.lt(value);
        }
        return range.build()._toRangeQuery()._toQuery();
    }

    @Override
    public Query exists(Filter.Exists filter) {
        return QueryBuilders.exists(exists -> exists.field(filter.field()));
    }

    /** An empty text is in every value: then the field only has to be there. */
    @Override
    public Query contains(Filter.Contains filter) {
        return filter.text().isEmpty()
                ? exists(new Filter.Exists(filter.field()))
                : pattern(filter.field(), "*" + escape(filter.text()) + "*");
    }

    @Override
    public Query prefix(Filter.Prefix filter) {
        return QueryBuilders.prefix(prefix -> prefix.field(filter.field()).value(filter.text()));
    }

    @Override
    public Query wildcard(Filter.Wildcard filter) {
        return pattern(filter.field(), filter.pattern());
    }

    @Override
    public Query foreign(Filter.Foreign filter) {
        Dsl query = filter.query();
        return Query.of(any -> any._custom(query.kind(), new DslJson(query.body())));
    }

    private static Query pattern(String field, String pattern) {
        return QueryBuilders.wildcard(wildcard -> wildcard.field(field).value(pattern));
    }

    /** Takes the meaning from the three characters that have one in a {@code wildcard} query. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Returns the values if all the filters are terms on the same field, else none. */
    private static List<FieldValue> valuesOfOneField(List<Filter> filters) {
        List<FieldValue> values = new ArrayList<>();
        String field = null;
        for (Filter filter : filters) {
            if (!(filter instanceof Filter.Term term) || (field != null && !field.equals(term.field()))) {
                return List.of();
            }
            field = term.field();
            values.add(FieldValue.of(term.value()));
        }
        return values;
    }
}
