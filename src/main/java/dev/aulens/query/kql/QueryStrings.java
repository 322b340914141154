package dev.aulens.query.kql;

import java.util.List;
import java.util.Set;

/** Text in the syntax of Elasticsearch's {@code query_string}, which is Lucene's. */
final class QueryStrings {

    private static final String SPECIAL = "+-=&|><!(){}[]^\"~*?:\\/";
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private QueryStrings() {}

    /** Returns the pattern with nothing but its stars having a meaning. Blanks still divide words. */
    static String pattern(KqlLiteral.Wildcard wildcard) {
        return String.join(
                "*", wildcard.parts().stream().map(QueryStrings::escaped).toList());
    }

    /** Returns the text with nothing in it having a meaning but blanks. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Tells whether one of the words is an operator. */
    static boolean hasOperator(String text) {
        return List.of(text.split("[ \\t\\n\\r\\u3000]+")).stream().anyMatch(OPERATORS::contains);
    }
}
