package dev.aulens.query.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads KQL as Kibana 8.19 does.
 *
 * <pre>
 *   query  = [ or ]
 *   or     = and  { "or" and }
 *   and    = not  { "and" not }
 *   not    = [ "not" ] group
 *   group  = "(" or ")" | field ":" "{" or "}" | term
 *   term   = field ("&lt;=" | "&gt;=" | "&lt;" | "&gt;") literal | field ":" values | value
 *   values = "(" values-or ")" | value         values-or, -and, -not: as above, over values
 * </pre>
 *
 * Choices are tried in this order, and what stands at a place is read again for each. Operators need white space on both
 * sides ({@code not}: behind it); {@link KqlScanner} knows what a literal is.
 */
public final class KqlParser {

    private static final int DEEPEST = 200;

    private final String text;
    private final boolean leadingWildcards;
    private final Expectations expected = new Expectations();
    private final KqlScanner scanner;
    private int depth;

    private KqlParser(String text, boolean leadingWildcards) {
        this.text = text;
        this.leadingWildcards = leadingWildcards;
        this.scanner = new KqlScanner(text, expected);
    }

    /**
     * Returns the query as a tree; an empty one finds everything.
     *
     * @param leadingWildcards whether values may begin with a star and go on
     * @throws KqlException if it is no KQL
     */
    public static KqlNode parse(String text, boolean leadingWildcards) throws KqlException {
        return new KqlParser(text, leadingWildcards).query();
    }

    private KqlNode query() throws KqlException {
        scanner.blanks();
        KqlNode query = or();
        scanner.blanks();
        if (!scanner.atEnd()) {
            throw expected.fault(text);
        }
        KqlLiteral star = new KqlLiteral.Wildcard(List.of("", ""), 0);
        return query == null ? new KqlNode.Is(star, star) : query;
    }

    private @Nullable KqlNode or() throws KqlException {
        return chain(() -> chain(this::not, scanner::and, KqlNode.And::new), scanner::or, KqlNode.Or::new);
    }

    private @Nullable KqlNode not() throws KqlException {
        return negatable(this::group);
    }

    private @Nullable KqlNode group() throws KqlException {
        KqlNode group = enclosed("(", this::or, ")");
        if (group != null) {
            return group;
        }
        KqlNode nested = nested();
        return nested != null ? nested : term();
    }

    private @Nullable KqlNode nested() throws KqlException {
        int from = scanner.at();
        KqlLiteral path = field(":");
        KqlNode inner = path == null ? null : enclosed("{", this::or, "}");
        if (path == null || inner == null) {
            scanner.backTo(from);
            return null;
        }
        return new KqlNode.Nested(path, inner);
    }

    private @Nullable KqlNode term() throws KqlException {
        KqlNode range = range();
        if (range != null) {
            return range;
        }
        int from = scanner.at();
        KqlLiteral field = field(":");
        KqlNode values = field == null ? null : values(field);
        if (values != null) {
            return values;
        }
        scanner.backTo(from);
        KqlLiteral value = value();
        return value == null ? null : new KqlNode.Is(null, value);
    }

    private @Nullable KqlNode range() {
        int from = scanner.at();
        for (KqlNode.Comparison comparison : KqlNode.Comparison.values()) {
            KqlLiteral field = field(comparison.sign());
            KqlLiteral value = field == null ? null : scanner.literal("literal");
            if (field != null && value != null) {
                return new KqlNode.Range(field, comparison, value);
            }
            scanner.backTo(from);
        }
        return null;
    }

    /** Reads a field and the sign behind it, with the white space around that. */
    private @Nullable KqlLiteral field(String sign) {
        int from = scanner.at();
        KqlLiteral field = scanner.literal("field name");
        if (field != null) {
            scanner.blanks();
            if (scanner.sign(sign)) {
                scanner.blanks();
                return field;
            }
        }
        scanner.backTo(from);
        return null;
    }

    private @Nullable KqlNode values(KqlLiteral field) throws KqlException {
        KqlNode list = enclosed("(", () -> valuesOr(field), ")");
        if (list != null) {
            return list;
        }
        KqlLiteral value = value();
        return value == null ? null : new KqlNode.Is(field instanceof KqlLiteral.Null ? null : field, value);
    }

    private @Nullable KqlNode valuesOr(KqlLiteral field) throws KqlException {
        return chain(
                () -> chain(() -> negatable(() -> values(field)), scanner::and, KqlNode.And::new),
                scanner::or,
                KqlNode.Or::new);
    }

    private @Nullable KqlLiteral value() throws KqlException {
        int from = scanner.at();
        KqlLiteral value = scanner.literal("value");
        if (!leadingWildcards && value instanceof KqlLiteral.Wildcard wildcard && wildcard.hasLeadingStar()) {
            throw new KqlException(
                    "Leading wildcards are disabled. See query:allowLeadingWildcards in Advanced Settings.", from);
        }
        return value;
    }

    /** A rule of the grammar: reads a node, or leaves the scanner where it was and returns null. */
    @FunctionalInterface
    private interface Rule {
        @Nullable
        KqlNode read() throws KqlException;
    }

    /** Reads operands with an operator between them; one alone is itself. */
    private @Nullable KqlNode chain(Rule operand, Operator operator, Function<List<KqlNode>, KqlNode> node)
            throws KqlException {
        KqlNode first = operand.read();
        if (first == null) {
            return null;
        }
        List<KqlNode> all = new ArrayList<>(List.of(first));
        int end = scanner.at();
        while (operator.read()) {
            KqlNode next = operand.read();
            if (next == null) {
                break;
            }
            all.add(next);
            end = scanner.at();
        }
        scanner.backTo(end);
        return all.size() == 1 ? first : node.apply(all);
    }

    /** Reads an operator, or stays. */
    @FunctionalInterface
    private interface Operator {
        boolean read();
    }

    private @Nullable KqlNode negatable(Rule operand) throws KqlException {
        int from = scanner.at();
        if (scanner.not()) {
            KqlNode negated = operand.read();
            if (negated != null) {
                return new KqlNode.Not(negated);
            }
            scanner.backTo(from);
        }
        return operand.read();
    }

    private @Nullable KqlNode enclosed(String opening, Rule inner, String closing) throws KqlException {
        int from = scanner.at();
        if (!scanner.sign(opening)) {
            return null;
        }
        if (++depth > DEEPEST) {
            throw new KqlException("Parentheses stand more than " + DEEPEST + " deep.", from);
        }
        scanner.blanks();
        KqlNode node = inner.read();
        if (node != null) {
            scanner.blanks();
            if (!scanner.sign(closing)) {
                node = null;
            }
        }
        depth--;
        if (node == null) {
            scanner.backTo(from);
        }
        return node;
    }
}
