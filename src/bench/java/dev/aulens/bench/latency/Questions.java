package dev.aulens.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.bench.index.ServerApi;
import dev.aulens.query.options.SearchOption;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The searches to time, with values that the index has. */
final class Questions {

    private static final String TABLE = "questions.tsv";
    private static final String REPORTS = "reports.txt";
    /** Options whose requests are those of others. */
    private static final Set<SearchOption> AS_OTHERS = Set.of(SearchOption.CHECKPOINT);

    private final ServerApi server;
    private final String prefix;

    Questions(ServerApi server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    /** Returns the words of all searches: those of the table, and a minute in the middle of the log. */
    List<List<String>> searches() throws IOException {
        List<List<String>> searches = new ArrayList<>();
        for (String line : lines(TABLE)) {
            Question question = Question.parse(line);
            searches.add(question.words(value(question)));
        }
        Instant middle = middle();
        searches.add(List.of(
                "-ts",
                middle.toString(),
                "-te",
                middle.plus(1, ChronoUnit.MINUTES).toString()));
        return List.copyOf(searches);
    }

    /** Returns the words of all reports. */
    static List<List<String>> reports() throws IOException {
        return lines(REPORTS).stream()
                .map(line -> line.equals("summary") ? List.<String>of() : List.of(line.split(" ", -1)))
                .toList();
    }

    /** Returns a value that most events have, or one that fewest have. */
    String value(String field, boolean common) throws IOException {
        String body =
                "{\"size\":0,\"aggs\":{\"values\":{\"terms\":{\"field\":\"%s\",\"size\":1,\"order\":{\"_count\":\"%s\"}}}}}"
                        .formatted(field, common ? "desc" : "asc");
        JsonNode bucket = server.post("/" + prefix + "-*/_search", body).at("/aggregations/values/buckets/0/key");
        return bucket.asText();
    }

    /** Returns the options that find events and are in no search. */
    static Set<String> notAsked(List<List<String>> searches) {
        Set<String> missing = new TreeSet<>();
        for (SearchOption option : SearchOption.values()) {
            boolean finds = option.group() == SearchOption.Group.WHAT || option.group() == SearchOption.Group.WHEN;
            boolean asked = searches.stream()
                    .anyMatch(words -> option.text().names().stream().anyMatch(words::contains));
            if (finds && !asked && !AS_OTHERS.contains(option)) {
                missing.add(option.text().names().get(0));
            }
        }
        return missing;
    }

    private String value(Question question) throws IOException {
        if (question.pick() == Question.Pick.NONE) {
            return "";
        }
        String value = value(question.field(), question.pick() == Question.Pick.COMMON);
        return value.isEmpty() ? question.otherwise() : value;
    }

    private Instant middle() throws IOException {
        String body =
                "{\"size\":0,\"aggs\":{\"middle\":{\"percentiles\":{\"field\":\"@timestamp\",\"percents\":[50]}}}}";
        double millis = server.post("/" + prefix + "-*/_search", body)
                .at("/aggregations/middle/values/50.0")
                .asDouble();
        return Instant.ofEpochMilli((long) millis).truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream file = Questions.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
