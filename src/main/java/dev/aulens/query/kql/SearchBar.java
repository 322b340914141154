package dev.aulens.query.kql;

import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages of Kibana's search bar. Safe for use by several threads. */
public final class SearchBar {

    /** Elasticsearch takes 30 (indices.query.bool.max_nested_depth); what a query stands in needs some. */
    private static final int DEEPEST = 24;

    private final DataView view;
    private final String zone;
    private final KqlOptions options;

    /**
     * @param view of the indices that are searched
     * @param zone of times that name none
     */
    public SearchBar(DataView view, ZoneId zone) {
        this.view = view;
        this.zone = zone.getId();
        this.options = KqlOptions.forSearch(zone.getId());
    }

    /**
     * Returns the filter that a query in KQL stands for.
     *
     * @throws KqlException if it is no KQL, or asks what cannot be answered
     */
    public Filter kql(String text) throws KqlException {
        if (JavaScript.trimStart(text).isEmpty()) {
            return new Filter.Everything();
        }
        KqlNode tree = KqlParser.parse(text, options.allowLeadingWildcards());
        Dsl query = KqlTranslator.translate(tree, view, options);
        if (query.depth() > DEEPEST) {
            throw new KqlException("Conditions stand too deep inside each other for Elasticsearch.", 0);
        }
        return new Filter.Foreign(Filter.Language.KQL, text, KqlTexts.in(tree), AskedFields.unknown(tree, view), query);
    }

    /**
     * Returns the filter that a query in Lucene's syntax stands for, as Kibana sends it. Only the server can tell whether
     * it is one.
     */
    public Filter lucene(String text) {
        if (text.isBlank()) {
            return new Filter.Everything();
        }
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("query", text);
        query.put("analyze_wildcard", true);
        query.put("time_zone", zone);
        return new Filter.Foreign(
                Filter.Language.LUCENE,
                text,
                List.of(),
                LuceneFields.unknown(text, view),
                new Dsl("query_string", query));
    }
}
