package dev.aulens.index;

import dev.aulens.elastic.ElasticsearchConnection;
import java.io.IOException;
import java.util.Set;
import org.apache.http.HttpStatus;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Which faults may pass, so that the same is worth trying again: the server is busy, full or away, or somebody has to
 * mend the index or the cluster first.
 *
 * <p>There are two rules. A server that refuses one document of a request took the request as such: what is not the
 * document's own fault may pass, missing rights too, which may be granted meanwhile. A request that is refused as a whole
 * may be a wrong one: only what the server says of its own state may pass.
 */
final class PassingFaults {

    private static final String BLOCK = "cluster_block_exception";

    /** How the server says that it creates no index, because the cluster has as many shards as it may. */
    private static final String SHARD_LIMIT = "validation_exception";

    /** Faults that have the status of a bad document, but are the index's or the cluster's. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("index_not_found_exception", "index_closed_exception", BLOCK, SHARD_LIMIT);

    private PassingFaults() {}

    /**
     * Returns whether the server may take a document later that it refuses now: it is busy, its disk is full, the index
     * is blocked, closed or may not be created, or the user may not write.
     *
     * @param status HTTP's, for the document
     * @param type of the error, empty if there is none
     */
    static boolean ofDocument(int status, String type) {
        return OF_THE_SERVER.contains(type)
                || status == HttpStatus.SC_TOO_MANY_REQUESTS
                || status == HttpStatus.SC_UNAUTHORIZED
                || status == HttpStatus.SC_FORBIDDEN
                || status >= HttpStatus.SC_INTERNAL_SERVER_ERROR;
    }

    /**
     * Returns whether the same request may succeed later.
     *
     * @param fault of the request as a whole, or that of the one document that it was about
     */
    static boolean ofRequest(@Nullable Throwable fault) {
        if (fault instanceof RefusedDocumentException document) {
            return document.mayPass();
        }
        if (fault instanceof ResponseException answer) {
            int status = answer.getResponse().getStatusLine().getStatusCode();
            return status == HttpStatus.SC_TOO_MANY_REQUESTS
                    || status > HttpStatus.SC_INTERNAL_SERVER_ERROR
                    || String.valueOf(answer.getMessage()).contains(BLOCK);
        }
        return fault instanceof IOException && !ElasticsearchConnection.isDistrust(fault);
    }
}
