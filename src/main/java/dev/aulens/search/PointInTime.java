package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import java.io.IOException;
import java.io.StringWriter;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * The state of the indices at one moment, so that pages neither skip nor repeat documents while others are written.
 *
 * <p>The server keeps it until it is closed, or {@link #KEEP_ALIVE} after the last page.
 */
final class PointInTime implements AutoCloseable {

    /** How long the server waits for the next page: a reader may look at a page of output for a while. */
    static final String KEEP_ALIVE = "5m";

    private static final JsonFactory JSON = new JsonFactory();

    private final ElasticsearchConnection connection;
    private final String id;

    private PointInTime(ElasticsearchConnection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /**
     * Keeps the present state of the indices.
     *
     * @throws Failure if there is no such index, or the server cannot be asked
     */
    static PointInTime open(Indices indices) {
        ElasticsearchConnection connection = indices.connection();
        Response response = indices.send("POST", "/_pit", request -> request.addParameter("keep_alive", KEEP_ALIVE));
        try (JsonParser json = JSON.createParser(response.getEntity().getContent())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("id")) {
                    return new PointInTime(connection, json.nextTextValue());
                }
            }
            throw new Failure("Elasticsearch opened no point in time; is "
                    + connection.settings().url() + " one?");
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    String id() {
        return id;
    }

    /** Gives the server its memory back. One that is gone already is no fault. */
    @Override
    public void close() {
        StringWriter body = new StringWriter(id.length() + 16);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        Request request = new Request("DELETE", "/_pit");
        request.setJsonEntity(body.toString());
        connection.sendIfFound(request);
    }
}
