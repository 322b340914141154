package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;

/** Finds the values that hits of a query have: not those that they must not have. */
final class KqlTexts implements KqlNode.Visitor<List<String>> {

    private KqlTexts() {}

    static List<String> in(KqlNode node) throws KqlException {
        return node.accept(new KqlTexts()).stream().distinct().toList();
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
    public List<String> not(KqlNode.Not node) {
        return List.of();
    }

    @Override
    public List<String> is(KqlNode.Is node) {
        if (node.value() instanceof KqlLiteral.Text text) {
            return List.of(text.text());
        }
        return node.value() instanceof KqlLiteral.Wildcard pattern
                ? pattern.parts().stream().filter(part -> !part.isEmpty()).toList()
                : List.of();
    }

    @Override
    public List<String> range(KqlNode.Range node) {
        return List.of();
    }

    @Override
    public List<String> nested(KqlNode.Nested node) throws KqlException {
        return node.node().accept(this);
    }

    private List<String> all(List<KqlNode> nodes) throws KqlException {
        List<String> texts = new ArrayList<>();
        for (KqlNode node : nodes) {
            texts.addAll(node.accept(this));
        }
        return texts;
    }
}
