package dev.aulens.document;

import dev.aulens.Parts;
import dev.aulens.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of a record are the ends of a connection: a row of the table {@code ends.tsv}. Each list has alternatives,
 * and none if the record has no such field.
 *
 * @param either fields with an end of which the record does not say which it is; all of them count
 */
record Ends(
        List<String> source,
        List<String> sourcePort,
        List<String> destination,
        List<String> destinationPort,
        List<String> either,
        List<String> name) {

    /** Returns the table. */
    static ByRecordType<Ends> load() {
        Map<String, Ends> rows = new HashMap<>();
        for (List<String> row : TableResource.rows(Ends.class, "ends.tsv")) {
            rows.put(
                    row.get(0),
                    new Ends(
                            fields(row.get(1)),
                            fields(row.get(2)),
                            fields(row.get(3)),
                            fields(row.get(4)),
                            fields(row.get(5)),
                            fields(row.get(6))));
        }
        return new ByRecordType<>(rows);
    }

    private static List<String> fields(String list) {
        return list.equals("-") ? List.of() : List.copyOf(Parts.of(list, '|'));
    }
}
