package dev.aulens.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aulens.event.AuditEvent;
import dev.aulens.verify.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.elasticsearch.client.Response;
import org.jspecify.annotations.Nullable;

/** Compares events of logs with their documents, in batches; one is compared while the next ones are asked for. */
final class EventComparison {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_CHARACTERS = 2 << 20;
    private static final int IN_FLIGHT = 2;

    private final StoredDocuments documents;
    private final PrintedRecords printed;
    private final @Nullable DocumentFields fields;
    private final FindingSink sink;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private List<LoggedEvent> batch = new ArrayList<>();
    private int characters;
    private long events;
    private long complete;
    private long missing;
    private long different;
    private long doubled;
    private long altered;

    private record Asked(List<LoggedEvent> events, CompletableFuture<Response> answer) {}

    /** @param fields compares the fields of complete documents; null if records alone are compared */
    EventComparison(
            StoredDocuments documents, PrintedRecords printed, @Nullable DocumentFields fields, FindingSink sink) {
        this.documents = documents;
        this.printed = printed;
        this.fields = fields;
        this.sink = sink;
    }

    void accept(AuditEvent event) {
        events++;
        LoggedEvent logged =
                LoggedEvent.of(event, documents.indicesFor(event.id().millis()));
        if (logged.indices().isEmpty()) {
            compare(logged, List.of());
            return;
        }
        batch.add(logged);
        characters += logged.size();
        if (batch.size() == MOST_EVENTS || characters >= MOST_CHARACTERS) {
            ask();
        }
    }

    /** Compares what waits, and returns the counts. */
    EventCounts finish(OptionalLong extra) {
        if (!batch.isEmpty()) {
            ask();
        }
        while (!asked.isEmpty()) {
            settle(asked.remove());
        }
        OptionalLong found = fields == null ? OptionalLong.empty() : OptionalLong.of(altered);
        return new EventCounts(events, complete, missing, different, doubled, found, extra);
    }

    private void ask() {
        if (asked.size() == IN_FLIGHT) {
            settle(asked.remove());
        }
        asked.add(new Asked(batch, documents.ask(batch)));
        batch = new ArrayList<>();
        characters = 0;
    }

    private void settle(Asked request) {
        List<List<JsonNode>> found = documents.await(request.events(), request.answer());
        for (int i = 0; i < found.size(); i++) {
            compare(request.events().get(i), found.get(i));
        }
    }

    private void compare(LoggedEvent event, List<JsonNode> found) {
        if (found.isEmpty()) {
            missing++;
            report(Kind.MISSING, event, List.of());
            return;
        }
        List<String> lacking = found.stream()
                .map(document -> event.lacking(StoredDocuments.original(document), printed))
                .min(Comparator.comparingInt(List::size))
                .orElse(event.types());
        if (lacking.isEmpty()) {
            complete++;
            compareFields(event, found);
        } else {
            different++;
            report(Kind.DIFFERENT, event, lacking);
        }
        if (found.size() > 1) {
            doubled++;
            report(Kind.DOUBLED, event, List.of());
        }
    }

    private void compareFields(LoggedEvent event, List<JsonNode> found) {
        if (fields == null) {
            return;
        }
        Set<String> names = new TreeSet<>();
        found.forEach(document -> names.addAll(fields.altered(event.id(), document)));
        if (!names.isEmpty()) {
            altered++;
            report(Kind.ALTERED, event, List.copyOf(names));
        }
    }

    private void report(Kind kind, LoggedEvent event, List<String> names) {
        sink.accept(new Finding(kind, event.id(), event.origin(), names));
    }
}
