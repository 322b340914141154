package dev.aulens.render.normalize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of the audit system's configuration is about: a rule, by its key, or a setting. */
final class Configuration {

    private Configuration() {}

    /**
     * Returns the field that names the object of a CONFIG_CHANGE record, which is the event's first.
     *
     * @param names of the fields that may, the first that the event has
     * @return null if it has none; mostly null too if it is found in another record, as the key of the rule which made the
     *     kernel tell of the system call
     */
    static Value.@Nullable Field object(FieldCursor cursor, List<String> names) {
        for (String name : names) {
            cursor.toFirstRecord();
            Value.Field found = cursor.find(name);
            if (found != null) {
                return cursor.misplaced(found, 0);
            }
        }
        return null;
    }
}
