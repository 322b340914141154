package dev.aulens.dashboards.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * A part of the saved objects that is looked at.
 *
 * @param findings that those of all parts are added to
 */
record Place(String name, List<Finding> findings) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns a part of this part. */
    Place in(String part) {
        return new Place(name + ", " + part, findings);
    }

    /** Says what is wrong here. */
    void fault(String fault) {
        findings.add(new Finding(name, fault));
    }

    /** Returns the JSON that stands in a text; missing if there is no such text, which is said. */
    JsonNode nested(JsonNode parent, String field) {
        JsonNode text = parent.path(field);
        if (!text.isTextual()) {
            fault(field + " is no text with JSON in it");
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text.textValue());
        } catch (JsonProcessingException e) {
            fault(field + " holds text that is no JSON");
            return MissingNode.getInstance();
        }
    }
}
