package dev.aulens.query.kql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query in KQL as a tree. Operators with one operand only are that operand. */
public sealed interface KqlNode {

    /** Hands this node to the method of the visitor that is meant for it. */
    <R> R accept(Visitor<R> visitor) throws KqlException;

    /** All of two or more hold. */
    record And(List<KqlNode> all) implements KqlNode {
        public And {
            all = List.copyOf(all);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.and(this);
        }
    }

    /** One of two or more holds. */
    record Or(List<KqlNode> any) implements KqlNode {
        public Or {
            any = List.copyOf(any);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.or(this);
        }
    }

    /** The other does not hold. */
    record Not(KqlNode node) implements KqlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.not(this);
        }
    }

    /** A value stands in a field; a null field is none in particular. */
    record Is(@Nullable KqlLiteral field, KqlLiteral value) implements KqlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.is(this);
        }
    }

    /** A field's value compares with another. */
    record Range(KqlLiteral field, Comparison comparison, KqlLiteral value) implements KqlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.range(this);
        }
    }

    /** One of the objects in a nested field fulfils all that is asked of it. */
    record Nested(KqlLiteral path, KqlNode node) implements KqlNode {
        @Override
        public <R> R accept(Visitor<R> visitor) throws KqlException {
            return visitor.nested(this);
        }
    }

    /** How a value compares. */
    enum Comparison {
        LESS_OR_EQUAL("<=", "lte"),
        GREATER_OR_EQUAL(">=", "gte"),
        LESS("<", "lt"),
        GREATER(">", "gt");

        private final String sign;
        private final String name;

        Comparison(String sign, String name) {
            this.sign = sign;
            this.name = name;
        }

        /** Returns the sign in KQL. */
        String sign() {
            return sign;
        }

        /** Returns the name in a range query of Elasticsearch. */
        String dslName() {
            return name;
        }
    }

    /** What is done with each kind of node. */
    interface Visitor<R> {
        R and(And node) throws KqlException;

        R or(Or node) throws KqlException;

        R not(Not node) throws KqlException;

        R is(Is node) throws KqlException;

        R range(Range node) throws KqlException;

        R nested(Nested node) throws KqlException;
    }
}
