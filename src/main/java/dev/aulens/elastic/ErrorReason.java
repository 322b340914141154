package dev.aulens.elastic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** The reason in an error that Elasticsearch answers with: {@code {"error":{"type":...,"reason":...},"status":400}}. */
public final class ErrorReason {

    private ErrorReason() {}

    /**
     * Returns the first {@code type} and {@code reason} of the answer as {@code type: reason}, in one line.
     *
     * @throws IOException if the answer is not JSON
     */
    public static String of(InputStream answer) throws IOException {
        String type = "";
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = json.currentName();
                if (name.equals("type") && type.isEmpty()) {
                    type = json.nextTextValue();
                } else if (name.equals("reason")) {
                    String reason = json.nextTextValue();
                    if (reason != null) {
                        String line = reason.replaceAll("\\s+", " ");
                        return type == null || type.isEmpty() ? line : type + ": " + line;
                    }
                }
            }
        }
        return type == null || type.isEmpty() ? "no reason given" : type;
    }
}
