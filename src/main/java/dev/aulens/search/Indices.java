package dev.aulens.search;

import dev.aulens.Failure;
import org.elasticsearch.client.Request;

/**
 * The indices to search.
 *
 * @param pattern as {@code auditd-*}
 */
record Indices(String pattern) {

    String path() {
        return "/" + pattern;
    }

    /**
     * Returns a request to search them. There must be one; and all of each must answer: a search or a count of a part of
     * the events would look like one of all.
     *
     * @param body as JSON
     */
    Request search(String body) {
        Request request = search(path(), body);
        request.addParameter("allow_no_indices", "false");
        return request;
    }

    /** Returns a request to search a point in time, which its body names. */
    static Request searchOfPointInTime(String body) {
        return search("", body);
    }

    private static Request search(String path, String body) {
        Request request = new Request("POST", path + "/_search");
        request.addParameter("allow_partial_search_results", "false");
        request.setJsonEntity(body);
        return request;
    }

    /** Returns what the user is told when there is none of them. */
    Failure missing() {
        return new Failure("there is no index " + pattern
                + "; index a log first ('aulens index FILE') or name another set with --index");
    }
}
