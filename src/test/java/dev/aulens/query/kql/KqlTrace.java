package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a tree as {@code kql-cases.json} does. */
final class KqlTrace implements KqlNode.Visitor<String> {

    @Override
    public String and(KqlNode.And node) throws KqlException {
        return "and(" + all(node.all()) + ")";
    }

    @Override
    public String or(KqlNode.Or node) throws KqlException {
        return "or(" + all(node.any()) + ")";
    }

    @Override
    public String not(KqlNode.Not node) throws KqlException {
        return "not(" + node.node().accept(this) + ")";
    }

    @Override
    public String is(KqlNode.Is node) {
        return "is(" + literal(node.field()) + ", " + literal(node.value()) + ")";
    }

    @Override
    public String range(KqlNode.Range node) {
        return "range(" + literal(node.field()) + ", " + node.comparison().dslName() + ", " + literal(node.value())
                + ")";
    }

    @Override
    public String nested(KqlNode.Nested node) throws KqlException {
        return "nested(" + literal(node.path()) + ", " + node.node().accept(this) + ")";
    }

    private String all(List<KqlNode> nodes) throws KqlException {
        List<String> all = new ArrayList<>();
        for (KqlNode node : nodes) {
            all.add(node.accept(this));
        }
        return String.join(", ", all);
    }

    private static String literal(@Nullable KqlLiteral literal) {
        if (literal == null || literal instanceof KqlLiteral.Null) {
            return "null";
        }
        if (literal instanceof KqlLiteral.Wildcard) {
            return "wild:" + literal.text();
        }
        if (literal instanceof KqlLiteral.Truth) {
            return "bool:" + literal.text().toLowerCase(Locale.ROOT);
        }
        boolean quoted = ((KqlLiteral.Text) literal).quoted();
        return quoted
                ? com.fasterxml.jackson.databind.node.TextNode.valueOf(literal.text())
                        .toString()
                : "'" + literal.text() + "'";
    }
}
