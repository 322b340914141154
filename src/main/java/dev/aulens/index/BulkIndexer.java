package dev.aulens.index;

import dev.aulens.Failure;
import dev.aulens.document.EventDocument;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.event.EventAssembler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;

/**
 * Sends documents to Elasticsearch in bulk, each to be created; what comes of each is counted.
 *
 * <p>Requests go out without waiting, but only so many at once: {@link #add} waits when the server is slower than the
 * log. Answers are read by the thread that adds documents, so there is nothing to lock. A document that is there
 * already is left to {@link LateParts}; one that the server refuses goes to the {@link DeadLetters}; a server that is
 * busy or away is tried again, and a request that is too large for it is sent in halves. Nothing is forgotten in between:
 * a document is in a body until its answer is read.
 *
 * <p>Not for use by several threads at once.
 */
public final class BulkIndexer {

    private static final String TOO_LARGE = "a late part of an event that would have more than "
            + (EventAssembler.MOST_BYTES >> 20) + " MB of records with it";

    private static final Duration TEMPLATES_FRESH = Duration.ofMinutes(1);

    private final ElasticsearchConnection connection;
    private final IndexNames names;
    private final BulkSettings settings;
    private final BulkSize size;
    private final PreparedIndices indices;
    private final LateParts lateParts;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private final Deque<BulkBody> spare = new ArrayDeque<>();
    private final Set<String> written = new TreeSet<>();
    private BulkBody body = new BulkBody();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private boolean abandoned;
    private long created;
    private long joined;
    private long duplicates;
    private long rejected;

    private record InFlight(BulkBody body, CompletableFuture<Response> answer) {}

    /**
     * @param templates of the indices, which are installed
     * @param patience with a server that is busy or away
     * @param lateParts takes documents whose id is taken
     * @param deadLetters takes documents that are refused
     */
    public BulkIndexer(
            ElasticsearchConnection connection,
            IndexNames names,
            IndexTemplates templates,
            BulkSettings settings,
            Patience patience,
            LateParts lateParts,
            DeadLetters deadLetters) {
        this.connection = connection;
        this.names = names;
        this.settings = settings;
        this.size = new BulkSize(settings);
        this.patience = patience;
        this.indices = new PreparedIndices(templates, names.prefix(), patience, TEMPLATES_FRESH);
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
        boolean alone = document.json().length > settings.bytes();
        try {
            if (alone) {
                flush(); // so that of very large documents there is never more than one
            }
        } finally {
            body.add(index, document); // where it can be abandoned, whatever happens
        }
        boolean isFirst = written.add(index);
        if (abandoned) {
            bury(body);
            body.clear();
            return;
        }
        if (isFirst) {
            indices.prepare(index);
        }
        if (alone) {
            flush();
        } else if (size.isFull(body)) {
            send();
        }
    }

    /** Sends what was added and waits until all of it is acknowledged. */
    public void flush() {
        if (body.count() > 0) {
            send();
        }
        while (!inFlight.isEmpty()) {
            settleFirst();
        }
    }

    /**
     * Puts what is not acknowledged into the dead letters, and all that is added from now on: the program ends, and the
     * input cannot be read again. Some of it may be in the index.
     */
    public void abandon() {
        abandoned = true;
        inFlight.forEach(sent -> bury(sent.body()));
        inFlight.clear();
        bury(body);
        body.clear();
    }

    /**
     * Makes all that was acknowledged visible to searches at once, not only at the indices' next refresh.
     *
     * @throws Failure if the server refuses; the documents are safe
     */
    public void refresh() {
        for (String index : List.copyOf(written)) {
            Optional<Response> unused = connection.sendIfFound(new Request("POST", "/" + index + "/_refresh"));
            written.remove(index);
        }
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

    /** Returns how many documents have been sent and are not acknowledged yet; may be called from any thread. */
    public int inFlight() {
        return unacknowledged.get();
    }

    /** Returns how often the server had to be asked again; may be called from any thread. */
    public long retries() {
        return patience.retries();
    }

    /** Returns whether the server is being waited for; may be called from any thread. */
    public boolean waits() {
        return patience.waits();
    }

    private void send() {
        if (inFlight.size() >= settings.inFlight()) {
            settleFirst();
        }
        inFlight.add(new InFlight(body, request(body)));
        unacknowledged.addAndGet(body.count());
        BulkBody next = spare.poll();
        body = next == null ? new BulkBody() : next;
    }

    private void bury(BulkBody lost) {
        for (int i = 0; i < lost.count(); i++) {
            deadLetters.document(lost.address(i).id(), "not acknowledged when the program ended", lost.json(i));
        }
    }

    private void settleFirst() {
        InFlight first = inFlight.element();
        BulkBody open = first.body();
        BulkAnswer answer = await(first);
        Backoff backoff = patience.backoff();
        BulkBody again = settle(open, answer, backoff);
        while (again.count() > 0) {
            answer = await(new InFlight(again, request(again)));
            again = settle(again, answer, backoff);
        }
        patience.goOn();
        size.taken();
        inFlight.remove();
        unacknowledged.addAndGet(-open.count());
        open.clear();
        spare.add(open);
    }

    /** Counts the outcomes; returns the documents that are to be sent again, after a pause. */
    private BulkBody settle(BulkBody asked, BulkAnswer answer, Backoff backoff) {
        if (answer.outcomes().size() != asked.count()) {
            throw new Failure("Elasticsearch answered for " + answer.outcomes().size() + " of " + asked.count()
                    + " documents; run again: nothing is indexed twice");
        }
        BulkBody again = new BulkBody();
        List<Integer> conflicts = new ArrayList<>();
        String busy = "";
        for (int i = 0; i < asked.count(); i++) {
            BulkAnswer.Outcome outcome = answer.outcomes().get(i);
            if (outcome.created()) {
                created++;
            } else if (outcome.conflict()) {
                conflicts.add(i);
            } else if (outcome.mayPass()) {
                busy = outcome.reason() + " (" + asked.address(i).index() + ")";
                again.add(asked, i);
            } else {
                rejected++;
                deadLetters.document(asked.address(i).id(), outcome.reason(), asked.json(i));
            }
        }
        LateParts.Result result = lateParts.join(asked, conflicts);
        joined += result.joined();
        duplicates += result.duplicates();
        for (int place : result.refused()) {
            rejected++;
            deadLetters.document(asked.address(place).id(), TOO_LARGE, asked.json(place));
        }
        if (again.count() > 0) {
            Failure failure =
                    new Failure("Elasticsearch at " + connection.settings().url() + " takes no documents: " + busy
                            + "; mend that, then run again: nothing is indexed twice");
            patience.pause(failure, backoff);
        }
        return again;
    }

    private BulkAnswer await(InFlight asked) {
        Backoff backoff = patience.backoff();
        CompletableFuture<Response> attempt = asked.answer();
        while (true) {
            try {
                return BulkAnswer.read(attempt.get().getEntity().getContent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted; run again: nothing is indexed twice", e);
            } catch (ExecutionException e) {
                Exception fault = e.getCause() instanceof Exception cause ? cause : e;
                if (BulkAnswer.isTooMuch(fault)) {
                    size.refused(asked.body().size());
                    if (asked.body().count() > 1) {
                        return inHalves(asked.body(), fault, backoff);
                    }
                    if (!PassingFaults.ofRequest(fault)) {
                        return BulkAnswer.tooLarge(asked.body().size());
                    }
                }
                retryOrFail(fault, backoff);
            } catch (IOException e) {
                retryOrFail(e, backoff);
            }
            attempt = request(asked.body());
        }
    }

    /** A server that has too much to do may take less at once. */
    private BulkAnswer inHalves(BulkBody refused, Exception fault, Backoff backoff) {
        if (PassingFaults.ofRequest(fault)) {
            retryOrFail(fault, backoff);
        }
        int half = refused.count() / 2;
        BulkBody first = part(refused, 0, half);
        BulkBody second = part(refused, half, refused.count());
        BulkAnswer answer = await(new InFlight(first, request(first)));
        return answer.and(await(new InFlight(second, request(second))));
    }

    private static BulkBody part(BulkBody whole, int from, int to) {
        BulkBody part = new BulkBody();
        for (int i = from; i < to; i++) {
            part.add(whole, i);
        }
        return part;
    }

    private void retryOrFail(Exception fault, Backoff backoff) {
        Failure failure = connection.failure(fault);
        if (!PassingFaults.ofRequest(fault)) {
            throw failure;
        }
        patience.pause(failure, backoff);
    }

    private CompletableFuture<Response> request(BulkBody documents) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkAnswer.FILTER);
        request.setEntity(documents.entity());
        return connection.sendAsync(request);
    }
}
