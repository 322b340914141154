package dev.aulens.render.normalize;

import dev.aulens.interpret.Edition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What single records of a type tell: a row of {@code single-record.tsv}.
 *
 * @param action null if there is no word for it
 * @param objects the fields that may name the object, the first that a record has; empty if nothing names it
 * @param kind of the object
 * @param secondary the field that tells more about the object
 * @param second the field that names a second object
 */
record SingleRecordRule(
        @Nullable String action,
        List<String> objects,
        String kind,
        @Nullable String secondary,
        @Nullable String second) {

    /** Of types that are not in the table. */
    static final SingleRecordRule UNKNOWN = new SingleRecordRule(null, List.of(), Draft.UNKNOWN_KIND, null, null);

    /** Returns an edition's rules by the names of types. */
    static Map<String, SingleRecordRule> all(Edition edition) {
        Map<String, SingleRecordRule> rules = new HashMap<>();
        for (Rows.Row row : Rows.of("single-record.tsv", edition, 1)) {
            rules.put(
                    row.get(0),
                    new SingleRecordRule(
                            row.optional(1), row.alternatives(2), row.get(3), row.optional(4), row.optional(5)));
        }
        return rules;
    }
}
