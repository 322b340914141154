package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import java.io.IOException;
import org.apache.http.HttpStatus;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;

/**
 * The policy of {@code mappings/auditd-lifecycle.json} for servers with index lifecycle management (ILM).
 *
 * <p>The index templates name the component template {@code auditd@lifecycle}, which attaches the policy to new indices;
 * where it is missing, as on a server without ILM, nothing is attached. A policy and a component template that are there
 * already belong to the administrator and stay as they are.
 */
public final class Lifecycle {

    private static final String POLICY = "auditd-lifecycle";
    private static final String COMPONENT = "auditd@lifecycle";

    private final ElasticsearchConnection connection;

    public Lifecycle(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** What an installation did. */
    public enum Outcome {
        /** The policy is attached to indices that are made from now on. */
        INSTALLED,
        /** It was there already. */
        UNCHANGED,
        /** The server has no ILM. */
        UNAVAILABLE
    }

    /**
     * Installs the policy, and what attaches it, where they are missing.
     *
     * @throws Failure if the server cannot be asked, or refuses them
     */
    public Outcome install() {
        if (!available()) {
            return Outcome.UNAVAILABLE;
        }
        boolean policy = putIfMissing("/_ilm/policy/" + POLICY, POLICY);
        boolean component = putIfMissing("/_component_template/" + COMPONENT, COMPONENT);
        return policy || component ? Outcome.INSTALLED : Outcome.UNCHANGED;
    }

    /** A server without ILM takes the path for that of an index or document, or knows it not at all. */
    private boolean available() {
        try {
            Response answer = connection.perform(new Request("GET", "/_ilm/status"));
            EntityUtils.consume(answer.getEntity());
            return true;
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusLine().getStatusCode();
            if (status == HttpStatus.SC_BAD_REQUEST
                    || status == HttpStatus.SC_NOT_FOUND
                    || status == HttpStatus.SC_METHOD_NOT_ALLOWED) {
                return false;
            }
            throw connection.failure(e);
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    private boolean putIfMissing(String path, String resource) {
        if (connection.sendIfFound(new Request("GET", path)).isPresent()) {
            return false;
        }
        JsonNode content = MappingFiles.read(resource);
        Request request = new Request("PUT", path);
        request.setJsonEntity(content.toString());
        Response unused = connection.send(request);
        return true;
    }
}
