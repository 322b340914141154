package dev.aulens.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts are exact where the server's own would be estimates: many values that lie on several shards. */
@ExtendWith(RealElasticsearch.class)
class TopValuesIT {

    private static final int EVENTS = 4_000;
    private static final Filter EVERYTHING = new Filter.Everything();

    private static final Map<String, Long> KEYS = new HashMap<>();
    private static final Map<List<String>, Long> PAIRS = new HashMap<>();

    private static ElasticsearchConnection connection;
    private static String pattern;

    @BeforeAll
    static void index(TestCluster cluster) {
        connection = ElasticsearchConnection.open(ConnectionSettings.of(cluster.url()));
        pattern = cluster.prefix() + "-*";
        String index = "/" + cluster.prefix() + "-2023.11";
        cluster.send("PUT", index, """
                {"settings":{"number_of_shards":5},"mappings":{"properties":{
                  "@timestamp":{"type":"date"},"key":{"type":"keyword"},"pid":{"type":"long"}}}}""");
        Random random = new Random(1);
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            int number = (int) Math.abs(random.nextGaussian() * 300);
            bulk.append("{\"create\":{}}\n{\"@timestamp\":").append(1_700_000_000_000L + i);
            if (i % 10 > 0) {
                String key = "key" + number;
                String pid = Integer.toString(number % 7);
                bulk.append(",\"key\":\"").append(key).append("\",\"pid\":").append(pid);
                KEYS.merge(key, 1L, Long::sum);
                PAIRS.merge(List.of(key, pid), 1L, Long::sum);
            }
            bulk.append("}\n");
        }
        cluster.send("POST", index + "/_bulk?refresh=true", bulk.toString());
    }

    @AfterAll
    static void close() {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 500, 10_000})
    void valuesAreCountedExactly(int atOnce) {
        ValueCounts counts = new TopValues(Indices.of(connection, pattern), atOnce).of(EVERYTHING, List.of("key"), 25);

        assertThat(counts.events()).isEqualTo(EVENTS);
        assertThat(counts.withValues()).isEqualTo(EVENTS - EVENTS / 10);
        assertThat(counts.distinct()).isEqualTo(KEYS.size());
        assertThat(counts.rows()).isEqualTo(rows(KEYS, 25));
    }

    @Test
    void combinationsAreCountedExactly() {
        ValueCounts counts = new TopValues(Indices.of(connection, pattern)).of(EVERYTHING, List.of("key", "pid"), 40);

        assertThat(counts.distinct()).isEqualTo(PAIRS.size());
        List<ValueCounts.Row> expected = new ArrayList<>();
        PAIRS.forEach((values, count) -> expected.add(new ValueCounts.Row(values, count)));
        assertThat(counts.rows()).isEqualTo(best(expected, 40));
    }

    @Test
    void filterNarrowsTheCounts() {
        ValueCounts counts =
                new TopValues(Indices.of(connection, pattern)).of(new Filter.Term("key", "key7"), List.of("key"), 5);

        assertThat(counts.rows()).containsExactly(new ValueCounts.Row(List.of("key7"), KEYS.getOrDefault("key7", 0L)));
    }

    @Test
    void histogramDividesEachBar() {
        EventHistogram histograms = new EventHistogram(Indices.of(connection, pattern), java.time.ZoneOffset.UTC);
        Histogram histogram = histograms.of(EVERYTHING, "key", 3);

        assertThat(histogram.values())
                .isEqualTo(
                        rows(KEYS, 3).stream().map(row -> row.values().get(0)).toList());
        assertThat(histogram.bars())
                .allSatisfy(bar -> assertThat(bar.others()
                                + bar.parts().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                        .isEqualTo(bar.count()));
        for (int i = 0; i < 3; i++) {
            int value = i;
            assertThat(histogram.bars().stream()
                            .mapToLong(bar -> bar.parts().get(value))
                            .sum())
                    .isEqualTo(KEYS.get(histogram.values().get(i)));
        }
    }

    private static List<ValueCounts.Row> rows(Map<String, Long> counts, int most) {
        List<ValueCounts.Row> rows = new ArrayList<>();
        counts.forEach((value, count) -> rows.add(new ValueCounts.Row(List.of(value), count)));
        return best(rows, most);
    }

    private static List<ValueCounts.Row> best(List<ValueCounts.Row> rows, int most) {
        return rows.stream()
                .sorted(Comparator.comparingLong(ValueCounts.Row::count)
                        .reversed()
                        .thenComparing(row -> String.join("\u0000", row.values())))
                .limit(most)
                .toList();
    }
}
