package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elasticsearch.client.Request;

/**
 * The templates of {@code mappings/} in Elasticsearch: two component templates that all prefixes share, and one index
 * template for each prefix.
 *
 * <p>Each holds its version in {@code _meta.version}. Installing twice changes nothing; an older version is upgraded,
 * in existing indices too where Elasticsearch can (new fields); a newer one is never overwritten, nor is one that aulens
 * did not make ({@code _meta.managed_by}).
 */
public final class IndexTemplates {

    private static final String SETTINGS = "auditd@settings";
    private static final String MAPPINGS = "auditd@mappings";
    private static final String TEMPLATE = "auditd";
    private static final String OWNER = "aulens";
    /** Above the built-in templates (100) and Fleet's (200); a longer prefix goes before a shorter one that it begins with. */
    private static final int PRIORITY = 300;

    private final ElasticsearchConnection connection;

    public IndexTemplates(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** What an installation did. */
    public enum Outcome {
        INSTALLED,
        UPGRADED,
        UNCHANGED
    }

    /**
     * Makes the server ready for indices of a prefix.
     *
     * @throws Failure if the server's templates are of a newer aulens, a template that has one of these names or an
     *     index of that prefix is somebody else's, or there is something to change and the user may not
     */
    public Outcome install(String prefix) {
        IndexNames.checked(prefix);
        checkIndices(prefix);
        return installMissing(prefix);
    }

    /**
     * Does the same for the templates alone, when nothing else is to be expected of the indices that there are.
     *
     * @throws Failure as above
     */
    Outcome installMissing(String prefix) {
        Outcome outcome = Outcome.UNCHANGED;
        for (String component : List.of(SETTINGS, MAPPINGS)) {
            outcome = worse(outcome, component(component));
        }
        return worse(outcome, template(prefix));
    }

    /** Returns the version of the mapping that this program writes. */
    public int version() {
        return version(MappingFiles.read(MAPPINGS).path("_meta"));
    }

    private Outcome component(String name) {
        JsonNode wanted = MappingFiles.read(name);
        Optional<JsonNode> present = get("/_component_template/" + name)
                .map(found -> found.path("component_templates").path(0).path("component_template"));
        return put("/_component_template/" + name, wanted, present, "aulens needs that name: give yours another one");
    }

    private Outcome template(String prefix) {
        ObjectNode wanted = MappingFiles.read(TEMPLATE);
        wanted.putArray("index_patterns").add(IndexNames.pattern(prefix));
        wanted.put("priority", PRIORITY + prefix.length());
        Optional<JsonNode> present = get("/_index_template/" + prefix)
                .map(found -> found.path("index_templates").path(0).path("index_template"));
        return put("/_index_template/" + prefix, wanted, present, "choose another prefix with --index");
    }

    /** @param wayOut what to do if somebody else's template has that name */
    private Outcome put(String path, JsonNode wanted, Optional<JsonNode> present, String wayOut) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (present.isPresent() && !isOurs(present.get().path("_meta"))) {
            throw new Failure("the template " + name + " at "
                    + connection.settings().url() + " was not made by aulens; " + wayOut);
        }
        int ours = version(wanted.path("_meta"));
        int theirs = present.map(found -> version(found.path("_meta"))).orElse(0);
        if (theirs == ours) {
            return Outcome.UNCHANGED;
        }
        if (theirs > ours) {
            throw newer(name, theirs, ours);
        }
        Request request = new Request("PUT", path);
        request.setJsonEntity(wanted.toString());
        if (connection.sendIfAllowed(request).isEmpty()) {
            throw needsSetup("the template " + name + (theirs == 0 ? " is missing" : " is of version " + theirs));
        }
        return theirs == 0 ? Outcome.INSTALLED : Outcome.UPGRADED;
    }

    private void checkIndices(String prefix) {
        JsonNode indices = get("/" + IndexNames.pattern(prefix) + "/_mapping").orElseGet(MissingNode::getInstance);
        int ours = version();
        for (Iterator<Map.Entry<String, JsonNode>> each = indices.properties().iterator(); each.hasNext(); ) {
            Map.Entry<String, JsonNode> index = each.next();
            JsonNode meta = index.getValue().path("mappings").path("_meta");
            if (!isOurs(meta)) {
                throw new Failure("the index " + index.getKey() + " was not made by aulens; choose another prefix with"
                        + " --index");
            }
            int theirs = version(meta);
            if (theirs > ours) {
                throw newer(index.getKey(), theirs, ours);
            }
            if (theirs < ours) {
                upgrade(index.getKey());
            }
        }
    }

    private void upgrade(String index) {
        Request request = new Request("PUT", "/" + index + "/_mapping");
        request.setJsonEntity(
                MappingFiles.read(MAPPINGS).path("template").path("mappings").toString());
        boolean allowed;
        try {
            allowed = connection.sendIfAllowed(request).isPresent();
        } catch (Failure e) {
            throw new Failure(
                    "the index " + index + " has an older mapping that cannot be upgraded (" + e.getMessage()
                            + "); index its logs again with another --index prefix, then delete it",
                    e);
        }
        if (!allowed) {
            throw needsSetup("the index " + index + " has an older mapping");
        }
    }

    private Failure needsSetup(String what) {
        return new Failure(what + " at " + connection.settings().url() + ", and "
                + connection.settings().credentials()
                + " may not change that; run 'aulens setup' as a user with the role aulens_setup");
    }

    private Failure newer(String what, int theirs, int ours) {
        return new Failure(what + " at " + connection.settings().url() + " has mapping version " + theirs
                + ", this aulens knows " + ours + "; use a newer aulens, or another prefix with --index");
    }

    private Optional<JsonNode> get(String path) {
        return connection.jsonIfFound(new Request("GET", path));
    }

    /** Returns whether what has this {@code _meta} was made by aulens. */
    static boolean isOurs(JsonNode meta) {
        return meta.path("managed_by").asText().equals(OWNER);
    }

    private static int version(JsonNode meta) {
        return meta.path("version").asInt();
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
