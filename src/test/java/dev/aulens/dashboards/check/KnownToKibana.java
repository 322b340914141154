package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What Kibana 8.19 knows, as far as dashboards of audit events need it: the table {@code kibana.json}.
 *
 * @param coreMigrationVersion that all objects have
 * @param leftOut keys that differ from export to export
 * @param types of saved objects
 * @param visualizations of Lens
 * @param operations of columns, by name
 * @param controls the name of the reference to the data view, by type of control
 */
record KnownToKibana(
        String coreMigrationVersion,
        Set<String> leftOut,
        Map<String, Type> types,
        Set<String> visualizations,
        Map<String, Operation> operations,
        Map<String, String> controls) {

    /**
     * A type of saved objects.
     *
     * @param newest version of its form that 8.19 takes
     */
    record Type(String newest, List<String> attributes) {}

    /** What a column does, whether that divides the events, and which fields it takes. */
    record Operation(boolean bucketed, Takes takes) {}

    /** The fields that an operation takes. */
    enum Takes {
        NOTHING,
        RECORDS,
        VALUES,
        DATES,
        NUMBERS,
        NUMBERS_OR_DATES
    }

    /** @throws IllegalStateException if the program's jar is damaged */
    static KnownToKibana load() {
        try (InputStream table =
                Objects.requireNonNull(KnownToKibana.class.getResourceAsStream("kibana.json"), "table")) {
            return new JsonMapper().readValue(table, KnownToKibana.class);
        } catch (IOException e) {
            throw new IllegalStateException("the program's jar is damaged", e);
        }
    }
}
