package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names in a query for which the data view has no field. Patterns are no names, and an object may be asked
 * whether it is there at all.
 */
final class AskedFields implements KqlNode.Visitor<List<String>> {

    private final DataView view;

    private AskedFields(DataView view) {
        this.view = view;
    }

    static List<String> unknown(KqlNode node, DataView view) throws KqlException {
        return node.accept(new AskedFields(view)).stream().distinct().toList();
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
        if (!(node.field() instanceof KqlLiteral.Text name)) {
            return List.of();
        }
        boolean existence = node.value() instanceof KqlLiteral.Wildcard value && value.isLoneStar();
        return unknown(name.text(), existence);
    }

    @Override
    public List<String> range(KqlNode.Range node) {
        return node.field() instanceof KqlLiteral.Text name ? unknown(name.text(), false) : List.of();
    }

    /** What is asked inside has its name only together with the path. */
    @Override
    public List<String> nested(KqlNode.Nested node) {
        return node.path() instanceof KqlLiteral.Text path ? unknown(path.text(), false) : List.of();
    }

    private List<String> unknown(String name, boolean existence) {
        return view.knows(name, existence) ? List.of() : List.of(name);
    }

    private List<String> all(List<KqlNode> nodes) throws KqlException {
        List<String> names = new ArrayList<>();
        for (KqlNode node : nodes) {
            names.addAll(node.accept(this));
        }
        return names;
    }
}
