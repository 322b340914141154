package dev.aulens.search;

import dev.aulens.Failure;

/**
 * The indices to search.
 *
 * @param pattern as {@code auditd-*}
 */
record Indices(String pattern) {

    String path() {
        return "/" + pattern;
    }

    /** Returns what the user is told when there is none of them. */
    Failure missing() {
        return new Failure("there is no index " + pattern
                + "; index a log first ('aulens index FILE') or name another set with --index");
    }
}
