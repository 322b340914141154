package dev.aulens.query.kql;

import java.util.Set;
import java.util.TreeSet;

/**
 * What would have let the reading go on: kept for the furthest place that it came to, for Kibana's message.
 *
 * <p>What is tried as a part of something with a name of its own (a literal, an operator) is kept under that name.
 */
final class Expectations {

    private final Set<String> names = new TreeSet<>();
    private int furthest;
    private int parts;

    /** Keeps that something was not there. */
    void missing(String name, int at) {
        if (parts > 0 || at < furthest) {
            return;
        }
        if (at > furthest) {
            furthest = at;
            names.clear();
        }
        names.add(name);
    }

    /** From here on parts of something with a name are tried. */
    void beginPart() {
        parts++;
    }

    void endPart() {
        parts--;
    }

    /** Returns the fault of a query that could not be read to its end. */
    KqlException fault(String query) {
        String found = furthest < query.length() ? "\"" + query.charAt(furthest) + "\"" : "end of input";
        return new KqlException("Expected " + String.join(", ", names) + " but " + found + " found.", furthest);
    }
}
