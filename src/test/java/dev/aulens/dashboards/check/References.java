package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The references of one object: those that it declares, and those that its parts use. */
final class References {

    private static final String TAG = "tag-ref-";

    private final Place place;
    private final Map<String, JsonNode> declared = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** Reads what an object declares, and says which names it declares twice. */
    References(Place place, JsonNode object) {
        this.place = place;
        for (JsonNode reference : object.path("references")) {
            if (declared.put(reference.path("name").asText(), reference) != null) {
                place.fault(
                        "two references are called " + reference.path("name").asText());
            }
        }
    }

    /** Notes that a part needs a reference of that name and type. */
    void use(Place by, String name, String type) {
        used.add(name);
        JsonNode reference = declared.get(name);
        if (reference == null) {
            by.fault("there is no reference " + name);
        } else if (!reference.path("type").asText().equals(type)) {
            by.fault("the reference " + name + " is to a "
                    + reference.path("type").asText() + ", not to a " + type);
        }
    }

    /** Returns the id that a reference names, empty text if there is none. */
    String id(String name) {
        JsonNode reference = declared.get(name);
        return reference == null ? "" : reference.path("id").asText();
    }

    /** Says which objects are not there, and which references nobody needs. */
    void check(Set<String> objects) {
        declared.forEach((name, reference) -> {
            String target = SavedObjectChecks.key(reference);
            if (!objects.contains(target)) {
                place.fault("the reference " + name + " is to " + target + ", which is not there");
            }
            if (!used.contains(name) && !name.startsWith(TAG)) {
                place.fault("nothing needs the reference " + name);
            }
        });
    }
}
