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
     * Returns {@code type: reason} of the root cause, else of the innermost cause, in one line.
     *
     * @throws IOException if the answer is not JSON
     */
    public static String of(InputStream answer) throws IOException {
        String type = "";
        String found = "";
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            boolean rootCause = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                switch (json.currentName()) {
                    case "root_cause" ->
                        rootCause =
                                json.nextToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT;
                    case "type" -> type = text(json);
                    case "reason" -> {
                        String reason = text(json).replaceAll("\\s+", " ");
                        found = reason.isBlank() ? found : type.isEmpty() ? reason : type + ": " + reason;
                    }
                    default -> {}
                }
                if (rootCause && !found.isEmpty()) {
                    return found;
                }
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        return type.isEmpty() ? "no reason given" : type;
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.nextTextValue();
        return text == null ? "" : text;
    }
}
