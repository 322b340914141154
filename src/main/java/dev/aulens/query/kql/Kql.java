package dev.aulens.query.kql;

import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;

/** Makes filters of KQL. Safe for use by several threads. */
public final class Kql {

    /** Elasticsearch takes 30 (indices.query.bool.max_nested_depth); what a query stands in needs some. */
    private static final int DEEPEST = 24;

    private final DataView view;
    private final KqlOptions options;

    /** @param view of the indices that are searched */
    public Kql(DataView view, KqlOptions options) {
        this.view = view;
        this.options = options;
    }

    /**
     * Returns the filter that a query stands for.
     *
     * @throws KqlException if it is no KQL, or asks what cannot be answered
     */
    public Filter filter(String text) throws KqlException {
        if (JavaScript.trimStart(text).isEmpty()) {
            return new Filter.Everything();
        }
        KqlNode tree = KqlParser.parse(text, options.allowLeadingWildcards());
        Dsl query = KqlTranslator.translate(tree, view, options);
        if (query.depth() > DEEPEST) {
            throw new KqlException("Conditions stand too deep inside each other for Elasticsearch.", 0);
        }
        return new Filter.Foreign(Filter.Language.KQL, text, KqlTexts.in(tree), query);
    }
}
