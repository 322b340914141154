package dev.aulens.render.normalize;

import dev.aulens.interpret.Edition;
import dev.aulens.record.RecordType;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of events, by the types of their first records: the table {@code event-kind.tsv}. */
final class EventKinds {

    private record Range(int last, String kind) {}

    private final TreeMap<Integer, Range> byFirst = new TreeMap<>();

    EventKinds(Edition edition) {
        for (Rows.Row row : Rows.of("event-kind.tsv", edition, 1)) {
            byFirst.put(Integer.parseInt(row.get(0)), new Range(Integer.parseInt(row.get(1)), row.get(2)));
        }
    }

    String of(RecordType first) {
        Map.Entry<Integer, Range> range = byFirst.floorEntry(first.number());
        return range == null || first.number() > range.getValue().last()
                ? Draft.UNKNOWN_KIND
                : range.getValue().kind();
    }
}
