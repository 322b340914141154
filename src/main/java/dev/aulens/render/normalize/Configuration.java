package dev.aulens.render.normalize;

import dev.aulens.record.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of the audit system's configuration is about: a rule, by its key, or a setting. */
final class Configuration {

    private static final List<String> OBJECTS =
            List.of("key", "audit_enabled", "audit_pid", "audit_backlog_limit", "audit_failure", "actions", "list");

    private Configuration() {}

    /** Returns the field that names the object of a CONFIG_CHANGE record, null if it has none. */
    static Value.@Nullable Field object(FieldCursor cursor, AuditRecord change) {
        for (String name : OBJECTS) {
            cursor.toFirstRecord();
            Value.Field found = cursor.find(name);
            if (found != null && found.record() == change) {
                return found;
            }
        }
        return null;
    }
}
