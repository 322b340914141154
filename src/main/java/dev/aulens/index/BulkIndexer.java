package dev.aulens.index;

import dev.aulens.Failure;
import dev.aulens.document.EventDocument;
import dev.aulens.elastic.ElasticsearchConnection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents to Elasticsearch in bulk, each to be created; what comes of each is counted.
 *
 * <p>Requests go out without waiting, but only so many at once: {@link #add} waits when the server is slower than the
 * log. Answers are read by the thread that adds documents, so there is nothing to lock. A document that is there
 * already is left to {@link LateParts}; one that the server refuses goes to the {@link DeadLetters}; a server that is
 * busy or away is tried again. Nothing is forgotten in between: a document is in a body until its answer is read.
 *
 * <p>Not for use by several threads at once.
 */
public final class BulkIndexer implements AutoCloseable {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;

    private final ElasticsearchConnection connection;
    private final IndexNames names;
    private final BulkSettings settings;
    private final LateParts lateParts;
    private final DeadLetters deadLetters;
    private final Logger log = LoggerFactory.getLogger(BulkIndexer.class);
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private final Deque<BulkBody> spare = new ArrayDeque<>();
    private final Set<String> written = new TreeSet<>();
    private BulkBody body = new BulkBody();
    private long created;
    private long joined;
    private long duplicates;
    private long rejected;

    private record InFlight(BulkBody body, CompletableFuture<Response> answer) {}

    /**
     * @param lateParts takes documents whose id is taken
     * @param deadLetters takes documents that are refused
     */
    public BulkIndexer(
            ElasticsearchConnection connection,
            IndexNames names,
            BulkSettings settings,
            LateParts lateParts,
            DeadLetters deadLetters) {
        this.connection = connection;
        this.names = names;
        this.settings = settings;
        this.lateParts = lateParts;
        this.deadLetters = deadLetters;
    }

    /**
     * Takes a document; sends when a request is full.
     *
     * @throws Failure if the server does not take documents within the patience of the settings
     */
    public void add(EventDocument document) {
        String index = names.of(document.millis());
        body.add(index, document);
        written.add(index);
        if (body.count() >= settings.documents() || body.size() >= settings.bytes()) {
            send();
        }
    }

    /** Sends what was added and waits until all of it is acknowledged. */
    public void flush() {
        if (body.count() > 0) {
            send();
        }
        while (!inFlight.isEmpty()) {
            settle(inFlight.remove());
        }
    }

    /** Makes all that was acknowledged visible to searches at once, not only at the indices' next refresh. */
    public void refresh() {
        for (String index : written) {
            Optional<Response> unused = connection.sendIfFound(new Request("POST", "/" + index + "/_refresh"));
        }
        written.clear();
    }

    @Override
    public void close() {
        flush();
    }

    /** Returns how many documents were created. */
    public long created() {
        return created;
    }

    /** Returns how many parts of events were added to a document that was there. */
    public long joined() {
        return joined;
    }

    /** Returns how many documents were there already with all their records. */
    public long duplicates() {
        return duplicates;
    }

    /** Returns how many documents Elasticsearch refused. */
    public long rejected() {
        return rejected;
    }

    private void send() {
        if (inFlight.size() >= settings.inFlight()) {
            settle(inFlight.remove());
        }
        inFlight.add(new InFlight(body, request(body)));
        BulkBody next = spare.poll();
        body = next == null ? new BulkBody() : next;
    }

    private void settle(InFlight sent) {
        BulkBody open = sent.body();
        BulkAnswer answer = await(sent);
        Backoff backoff = new Backoff(settings.patience());
        BulkBody again = settle(open, answer, backoff);
        while (again.count() > 0) {
            answer = await(new InFlight(again, request(again)));
            again = settle(again, answer, backoff);
        }
        open.clear();
        spare.add(open);
    }

    /** Counts the outcomes; returns the documents that are to be sent again, after a pause. */
    private BulkBody settle(BulkBody sent, BulkAnswer answer, Backoff backoff) {
        if (answer.outcomes().size() != sent.count()) {
            throw new Failure("Elasticsearch answered for " + answer.outcomes().size() + " of " + sent.count()
                    + " documents; run again: nothing is indexed twice");
        }
        BulkBody again = new BulkBody();
        List<Integer> conflicts = new ArrayList<>();
        String busy = "";
        for (int i = 0; i < sent.count(); i++) {
            BulkAnswer.Outcome outcome = answer.outcomes().get(i);
            if (outcome.created()) {
                created++;
            } else if (outcome.conflict()) {
                conflicts.add(i);
            } else if (outcome.mayPass()) {
                busy = outcome.reason();
                again.add(sent, i);
            } else {
                rejected++;
                deadLetters.document(sent.address(i).id(), outcome.reason(), sent.json(i));
            }
        }
        LateParts.Result result = lateParts.join(sent, conflicts);
        joined += result.joined();
        duplicates += result.duplicates();
        if (again.count() > 0) {
            log.warn("{} documents wait: {}", again.count(), busy);
            if (!backoff.pause()) {
                throw new Failure("Elasticsearch at " + connection.settings().url() + " takes no documents: " + busy
                        + "; mend that, then run again: nothing is indexed twice");
            }
        }
        return again;
    }

    private BulkAnswer await(InFlight sent) {
        Backoff backoff = new Backoff(settings.patience());
        CompletableFuture<Response> attempt = sent.answer();
        while (true) {
            try {
                return BulkAnswer.read(attempt.get().getEntity().getContent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted; run again: nothing is indexed twice", e);
            } catch (ExecutionException e) {
                Exception fault = e.getCause() instanceof Exception cause ? cause : e;
                retryOrFail(fault, backoff);
            } catch (IOException e) {
                retryOrFail(e, backoff);
            }
            attempt = request(sent.body());
        }
    }

    private void retryOrFail(Exception fault, Backoff backoff) {
        Failure failure = connection.failure(fault);
        if (!mayPass(fault)) {
            throw failure;
        }
        log.warn("waiting: {}", failure.getMessage());
        if (!backoff.pause()) {
            throw failure;
        }
    }

    private static boolean mayPass(Exception fault) {
        if (fault instanceof ResponseException answer) {
            int status = answer.getResponse().getStatusLine().getStatusCode();
            return status == TOO_MANY_REQUESTS || status > INTERNAL_SERVER_ERROR;
        }
        return fault instanceof IOException && !ElasticsearchConnection.isDistrust(fault);
    }

    private CompletableFuture<Response> request(BulkBody documents) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkAnswer.FILTER);
        request.setEntity(documents.entity());
        return connection.sendAsync(request);
    }
}
