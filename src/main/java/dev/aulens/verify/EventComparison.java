package dev.aulens.verify;

import dev.aulens.event.AuditEvent;
import dev.aulens.verify.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.elasticsearch.client.Response;

/** Compares events of logs with their documents, in batches; one is compared while the next ones are asked for. */
final class EventComparison {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_CHARACTERS = 2 << 20;
    private static final int IN_FLIGHT = 2;

    private final StoredDocuments documents;
    private final PrintedRecords printed;
    private final FindingSink sink;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private List<LoggedEvent> batch = new ArrayList<>();
    private int characters;
    private long events;
    private long complete;
    private long missing;
    private long different;
    private long doubled;

    private record Asked(List<LoggedEvent> events, CompletableFuture<Response> answer) {}

    EventComparison(StoredDocuments documents, PrintedRecords printed, FindingSink sink) {
        this.documents = documents;
        this.printed = printed;
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
        return new EventCounts(events, complete, missing, different, doubled, extra);
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
        List<List<String>> originals = documents.await(request.events(), request.answer());
        for (int i = 0; i < originals.size(); i++) {
            compare(request.events().get(i), originals.get(i));
        }
    }

    private void compare(LoggedEvent event, List<String> originals) {
        if (originals.isEmpty()) {
            missing++;
            report(Kind.MISSING, event, List.of());
            return;
        }
        List<String> lacking = originals.stream()
                .map(original -> event.lacking(original, printed))
                .min(Comparator.comparingInt(List::size))
                .orElse(event.types());
        if (lacking.isEmpty()) {
            complete++;
        } else {
            different++;
            report(Kind.DIFFERENT, event, lacking);
        }
        if (originals.size() > 1) {
            doubled++;
            report(Kind.DOUBLED, event, List.of());
        }
    }

    private void report(Kind kind, LoggedEvent event, List<String> lacking) {
        sink.accept(new Finding(kind, event.id(), event.origin(), lacking));
    }
}
