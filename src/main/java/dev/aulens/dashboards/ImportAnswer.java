package dev.aulens.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What Kibana's import says it did. Kibana answers with status 200 also where it has refused objects.
 *
 * @param imported how many objects are there now
 * @param problems one line for each object that is not, with what to do
 * @param notes one line for each object that is there, but not as it was sent
 */
public record ImportAnswer(int imported, List<String> problems, List<String> notes) {

    public ImportAnswer {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Reads the answer's JSON. */
    static ImportAnswer of(JsonNode answer) {
        List<String> problems = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            problems.add(named(error) + ": " + explain(error.path("error")));
        }
        if (problems.isEmpty() && !answer.path("success").asBoolean()) {
            problems.add("Kibana says that it did not succeed, and gives no reason; see its log");
        }
        List<String> notes = new ArrayList<>();
        for (JsonNode result : answer.path("successResults")) {
            if (result.has("destinationId")) {
                notes.add(named(result) + ": it has the id "
                        + result.path("destinationId").asText()
                        + " in this space, because another space has one of its own; links to it lead nowhere");
            }
        }
        return new ImportAnswer(answer.path("successCount").asInt(), problems, notes);
    }

    private static String explain(JsonNode error) {
        return switch (error.path("type").asText()) {
            case "conflict" ->
                "an object of that id is in another space already; delete it there, or import with another --index";
            case "ambiguous_conflict" ->
                "several objects come from the same one (" + joined(error.path("destinations"), "id")
                        + "); delete all but one of them";
            case "unsupported_type" -> "this Kibana knows no such type; use Kibana 8.19 or later";
            case "missing_references" ->
                "it needs " + joined(error.path("references"), "id") + ", which is not in this space; import all again";
            default ->
                error.path("message").asText(error.path("error").asText("no reason given"))
                        + (error.has("statusCode")
                                ? " (" + error.path("statusCode").asInt() + ")"
                                : "");
        };
    }

    private static String named(JsonNode object) {
        return object.path("type").asText() + " " + object.path("id").asText();
    }

    private static String joined(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each ->
                        (each.path("type").asText() + " " + each.path(field).asText()).trim())
                .collect(Collectors.joining(", "));
    }
}
