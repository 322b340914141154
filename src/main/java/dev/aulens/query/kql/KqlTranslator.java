package dev.aulens.query.kql;

import dev.aulens.query.Dsl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns KQL into the query that Kibana 8.19 makes of it, clause by clause.
 *
 * <p>{@code must_not} holds an object, and a clause on one field stands in a {@code should} of one: so does Kibana's.
 */
final class KqlTranslator implements KqlNode.Visitor<Dsl> {

    private final FieldResolver resolver;
    private final KqlOptions options;
    private final @Nullable String nestedPath;

    private KqlTranslator(FieldResolver resolver, KqlOptions options, @Nullable String nestedPath) {
        this.resolver = resolver;
        this.options = options;
        this.nestedPath = nestedPath;
    }

    /**
     * Returns the query.
     *
     * @throws KqlException if a field or a value is not as the data view says
     */
    static Dsl translate(KqlNode node, DataView view, KqlOptions options) throws KqlException {
        return node.accept(new KqlTranslator(new FieldResolver(view, options), options, null));
    }

    @Override
    public Dsl and(KqlNode.And node) throws KqlException {
        return Dsl.of("bool", options.filtersInMustClause() ? "must" : "filter", all(node.all()));
    }

    @Override
    public Dsl or(KqlNode.Or node) throws KqlException {
        return any(all(node.any()));
    }

    @Override
    public Dsl not(KqlNode.Not node) throws KqlException {
        return Dsl.of("bool", "must_not", node.node().accept(this));
    }

    @Override
    public Dsl nested(KqlNode.Nested node) throws KqlException {
        String path = (nestedPath == null ? "" : nestedPath + ".") + node.path().text();
        return nested(path, node.node().accept(new KqlTranslator(resolver, options, path)));
    }

    @Override
    public Dsl is(KqlNode.Is node) throws KqlException {
        KqlLiteral field = node.field();
        KqlLiteral value = node.value();
        if (field != null && isLoneStar(field) && isLoneStar(value)) {
            return Dsl.of("match_all");
        }
        resolver.checkNull(value);
        if (field == null && nestedPath == null) {
            return anywhere(value);
        }
        return clauses(resolver.fields(field, nestedPath, value, false), each -> is(each, value));
    }

    @Override
    public Dsl range(KqlNode.Range node) throws KqlException {
        resolver.checkNull(node.value());
        List<FieldResolver.Resolved> fields = resolver.fields(node.field(), nestedPath, node.value(), true);
        return clauses(fields, field -> {
            Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
            bounds.put(node.comparison().dslName(), json(node.value()));
            return range(field, node.value(), bounds);
        });
    }

    /** Returns the query for a value in no field in particular. */
    private Dsl anywhere(KqlLiteral value) throws KqlException {
        if (value instanceof KqlLiteral.Wildcard pattern) {
            resolver.checkValue("a word of no field", FieldType.OTHER, value, false);
            return Dsl.of("query_string", "query", QueryStrings.pattern(pattern));
        }
        boolean phrase = value instanceof KqlLiteral.Text text && text.quoted();
        Map<String, @Nullable Object> match = new LinkedHashMap<>();
        match.put("type", phrase ? "phrase" : "best_fields");
        match.put("query", json(value));
        match.put("lenient", true);
        return new Dsl("multi_match", match);
    }

    private Dsl is(DataView.Field field, KqlLiteral value) {
        boolean keyword = field.type() == FieldType.KEYWORD;
        if (value instanceof KqlLiteral.Wildcard pattern) {
            if (pattern.isLoneStar()) {
                return Dsl.of("exists", "field", field.name());
            }
            if (keyword) {
                return Dsl.of("wildcard", field.name(), keyword(QueryStrings.pattern(pattern)));
            }
            Map<String, @Nullable Object> words = new LinkedHashMap<>();
            words.put("fields", List.of(field.name()));
            words.put("query", QueryStrings.pattern(pattern));
            return new Dsl("query_string", words);
        }
        if (field.type() == FieldType.DATE) {
            Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
            bounds.put("gte", json(value));
            bounds.put("lte", json(value));
            return range(field, value, bounds);
        }
        if (keyword) {
            return Dsl.of("term", field.name(), keyword(json(value)));
        }
        boolean phrase = value instanceof KqlLiteral.Text text && text.quoted();
        return Dsl.of(phrase ? "match_phrase" : "match", field.name(), json(value));
    }

    /** A time without zone is one of the user's; milliseconds since the epoch have no zone (Kibana after 8.19.0). */
    private Dsl range(DataView.Field field, KqlLiteral value, Map<String, @Nullable Object> bounds) {
        String zone = options.dateFormatTZ();
        boolean epoch = value.text().chars().allMatch(c -> c >= '0' && c <= '9');
        if (zone != null && field.type() == FieldType.DATE && !epoch) {
            bounds.put("time_zone", zone);
        }
        return Dsl.of("range", field.name(), bounds);
    }

    private Map<String, @Nullable Object> keyword(@Nullable Object value) {
        Map<String, @Nullable Object> keyword = new LinkedHashMap<>();
        keyword.put("value", value);
        if (options.caseInsensitive() != null) {
            keyword.put("case_insensitive", options.caseInsensitive());
        }
        return keyword;
    }

    /** What is asked of one field. */
    @FunctionalInterface
    private interface Clause {
        Dsl of(DataView.Field field);
    }

    private Dsl clauses(List<FieldResolver.Resolved> fields, Clause clause) {
        if (fields.isEmpty()) {
            return Dsl.of("match_none");
        }
        List<Dsl> clauses = new ArrayList<>(fields.size());
        for (FieldResolver.Resolved field : fields) {
            Dsl query = clause.of(field.field());
            String path = field.ownNestedPath();
            clauses.add(path == null ? query : nested(path, query));
        }
        return any(clauses);
    }

    private List<Dsl> all(List<KqlNode> nodes) throws KqlException {
        List<Dsl> all = new ArrayList<>(nodes.size());
        for (KqlNode node : nodes) {
            all.add(node.accept(this));
        }
        return all;
    }

    private static Dsl any(List<Dsl> clauses) {
        Map<String, @Nullable Object> bool = new LinkedHashMap<>();
        bool.put("should", List.copyOf(clauses));
        bool.put("minimum_should_match", 1);
        return new Dsl("bool", bool);
    }

    private Dsl nested(String path, Dsl query) {
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        nested.put("path", path);
        nested.put("query", query);
        nested.put("score_mode", "none");
        if (options.nestedIgnoreUnmapped() != null) {
            nested.put("ignore_unmapped", options.nestedIgnoreUnmapped());
        }
        return new Dsl("nested", nested);
    }

    private static @Nullable Object json(KqlLiteral value) {
        if (value instanceof KqlLiteral.Truth truth) {
            return truth.value();
        }
        return value instanceof KqlLiteral.Null ? null : value.text();
    }

    private static boolean isLoneStar(KqlLiteral literal) {
        return literal instanceof KqlLiteral.Wildcard wildcard && wildcard.isLoneStar();
    }
}
