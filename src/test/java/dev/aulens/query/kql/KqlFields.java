package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;

/** Finds the names of fields that a query has and a data view has not; a pattern of names must find one at least. */
public final class KqlFields implements KqlNode.Visitor<List<String>> {

    private final DataView view;
    private final String prefix;

    private KqlFields(DataView view, String prefix) {
        this.view = view;
        this.prefix = prefix;
    }

    /**
     * Returns the names, in the order of the query.
     *
     * @throws KqlException if the text is no KQL
     */
    public static List<String> unknown(String text, DataView view) throws KqlException {
        return KqlParser.parse(text, true).accept(new KqlFields(view, ""));
    }

    @Override
    public List<String> and(KqlNode.And node) throws KqlException {
        return all(node.all());
    }

    @Override
    public List<String> or(KqlNode.Or node) throws KqlException {
        return all(node.any());
    }

    @Override
    public List<String> not(KqlNode.Not node) throws KqlException {
        return node.node().accept(this);
    }

    @Override
    public List<String> is(KqlNode.Is node) {
        return node.field() == null || isKnown(node.field())
                ? List.of()
                : List.of(prefix + node.field().text());
    }

    @Override
    public List<String> range(KqlNode.Range node) {
        return isKnown(node.field()) ? List.of() : List.of(prefix + node.field().text());
    }

    @Override
    public List<String> nested(KqlNode.Nested node) throws KqlException {
        return node.node().accept(new KqlFields(view, prefix + node.path().text() + "."));
    }

    private boolean isKnown(KqlLiteral field) {
        if (field instanceof KqlLiteral.Wildcard pattern) {
            return pattern.isLoneStar() || !view.matching(pattern.after(prefix)).isEmpty();
        }
        String name = prefix + field.text();
        return view.find(name) != null || view.orUnknown(name).type() == FieldType.FLATTENED_KEY;
    }

    private List<String> all(List<KqlNode> nodes) throws KqlException {
        List<String> names = new ArrayList<>();
        for (KqlNode node : nodes) {
            names.addAll(node.accept(this));
        }
        return names;
    }
}
