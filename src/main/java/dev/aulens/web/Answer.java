package dev.aulens.web;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a request is answered with.
 *
 * @param status of HTTP (RFC 9110, section 15)
 * @param type of the body, as Content-Type has it
 * @param body its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Answer(int status, String type, byte[] body) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONTENT_TOO_LARGE = 413;
    static final int URI_TOO_LONG = 414;
    static final int MISDIRECTED = 421;
    static final int FAULT = 500;
    static final int BAD_GATEWAY = 502;

    private static final int LONGEST_ERROR = 500;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String JSON_TYPE = "application/json";

    /** Writes the fields of a JSON object. */
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Returns a JSON object. */
    static Answer json(Fields fields) {
        return json(OK, fields);
    }

    /** Returns an error: the beginning of its first line as {@code {"error":...}}. */
    static Answer error(int status, String message) {
        String first = message.lines().findFirst().orElse("");
        String line = first.length() <= LONGEST_ERROR ? first : first.substring(0, LONGEST_ERROR) + " ...";
        return json(status, json -> json.writeStringField("error", line));
    }

    private static Answer json(int status, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(status, JSON_TYPE, bytes.toByteArray());
    }
}
