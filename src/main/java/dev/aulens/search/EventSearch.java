package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.Failure;
import dev.aulens.elastic.AnswerLimit;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents and hands them on in order of time, serial and host, or as their logs have them, however many there
 * are, in constant memory.
 *
 * <p>Pages are read through a point in time and {@code search_after}; the next page is asked for before the hits of the
 * last one are handed on, so that the server works while they are printed. The first page is small: something to read
 * comes at once. A page of large events, too long for this JVM's memory, is asked for again in smaller ones. A search
 * that fits in one page does without the point in time. Events that others have overtaken are few; they are a search of
 * their own, whose hits are put in their places among the others.
 */
public final class EventSearch {

    /** Holds for events that stand in their log after later ones. */
    public static final Filter OVERTAKEN = new Filter.Exists("auditd.overtaken.sequence");

    private static final int FIRST_PAGE = 200;
    private static final int PAGE = 2_000;

    /** From something to read at once to whole pages. */
    private static final int GROWTH = 10;

    /** How many hits without their documents a page has: what a server gives at most, index.max_result_window. */
    private static final int PAGE_OF_IDS = 10_000;

    /** More than the connection's own limit: for the case that its thread has died. */
    private static final int PATIENCE_SECONDS = 300;

    private static final JsonFactory JSON = new JsonFactory();

    private final ElasticsearchConnection connection;
    private final Indices indices;
    private final AnswerLimit limit;

    /** @param indices to ask */
    public EventSearch(Indices indices) {
        this(indices, AnswerLimit.ofHeap());
    }

    /** @param limit of each answer with hits */
    EventSearch(Indices indices, AnswerLimit limit) {
        this.connection = indices.connection();
        this.indices = indices;
        this.limit = limit;
    }

    /** Returns a filter as the JSON of Elasticsearch's query language. */
    public static String explain(Filter filter) {
        return SearchBody.json(filter);
    }

    /**
     * Returns how many documents the filter holds for.
     *
     * @throws Failure if there is no index, or the server cannot be asked
     */
    public long count(Filter filter) {
        Response response =
                indices.search("{\"size\":0,\"track_total_hits\":true,\"query\":" + SearchBody.json(filter) + "}");
        try (JsonParser json = JSON.createParser(response.getEntity().getContent())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("value")) {
                    return json.nextLongValue(0);
                }
            }
            throw new Failure(
                    "Elasticsearch gave no count; is " + connection.settings().url() + " one?");
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    /**
     * Streams what was asked for.
     *
     * @return how many hits the sink took, and the last of them
     * @throws Failure if there is no index, or the server cannot be asked
     * @throws IOException that the sink threw
     */
    public <T> SearchOutcome stream(SearchRequest request, HitDecoder<T> decoder, HitSink<T> sink) throws IOException {
        long limit = request.limit().orElse(Long.MAX_VALUE);
        if (limit <= PAGE) {
            return stream(request, decoder, sink, limit, null);
        }
        try (PointInTime pit = PointInTime.open(indices)) {
            return stream(request, decoder, sink, limit, pit);
        }
    }

    private <T> SearchOutcome stream(
            SearchRequest request, HitDecoder<T> decoder, HitSink<T> sink, long limit, @Nullable PointInTime pit)
            throws IOException {
        Filter filter = request.filter();
        int size = (int) Math.min(limit, PAGE);
        OvertakenHits<T> overtaken = null;
        if (request.order() == SearchRequest.Order.LOG) {
            Filter only = Filter.all(filter, OVERTAKEN);
            overtaken = new OvertakenHits<>(
                    pages(only, HitOrder.BY_OVERTAKING, request.reverse(), decoder, pit), size, request.reverse());
            filter = overtaken.isEmpty() ? filter : Filter.all(filter, Filter.not(OVERTAKEN));
        }
        Pages<T> pages = pages(filter, HitOrder.BY_ID, request.reverse(), decoder, pit);
        EventId after = request.after();
        String start = after == null ? "" : SearchBody.sortValues(after);
        Delivery<T> delivery = new Delivery<>(sink, limit, overtaken);
        if (pit == null) {
            pages.readEach(size, start, delivery);
        } else {
            pages.readAhead(start, delivery);
        }
        return delivery.end();
    }

    private <T> Pages<T> pages(
            Filter filter, HitOrder order, boolean reverse, HitDecoder<T> decoder, @Nullable PointInTime pit) {
        int most = decoder.readsDocuments() ? PAGE : PAGE_OF_IDS;
        return new Pages<>(
                new SearchBody(filter, order, reverse, decoder), pit, new PageReader<>(decoder, order), most);
    }

    /** The pages of one search. */
    private final class Pages<T> implements OvertakenHits.Pages<T> {

        private final SearchBody body;
        private final @Nullable PointInTime pit;
        private final PageReader<T> reader;
        private final int most;
        private int fitting;

        /** @param most hits on a page */
        Pages(SearchBody body, @Nullable PointInTime pit, PageReader<T> reader, int most) {
            this.body = body;
            this.pit = pit;
            this.reader = reader;
            this.most = most;
            this.fitting = most;
        }

        @Override
        public Page<T> read(int size, String after) {
            int asked = Math.min(size, fitting);
            while (true) {
                try {
                    return page(pit == null ? send(asked, after) : await(ask(asked, after)), asked);
                } catch (Failure failure) {
                    asked = fewer(asked, failure);
                }
            }
        }

        /** Hands on page after page. */
        void readEach(int size, String start, Delivery<T> delivery) throws IOException {
            Page<T> page = read(size, start);
            delivery.deliver(page);
            while (page.more() && !delivery.isDone()) {
                page = read(size, page.last());
                delivery.deliver(page);
            }
        }

        /** Hands on page after page, and asks for the next one before. */
        void readAhead(String start, Delivery<T> delivery) throws IOException {
            int asked = Math.min(FIRST_PAGE, fitting);
            String after = start;
            CompletableFuture<Response> answer = ask(asked, after);
            while (true) {
                Page<T> page = page(answer, asked, after);
                if (page.more()) {
                    fitting = Math.min(most, 2 * fitting);
                    asked = Math.min(fitting, GROWTH * asked);
                    after = page.last();
                    answer = ask(asked, after);
                }
                delivery.deliver(page);
                if (!page.more() || delivery.isDone()) {
                    answer.cancel(true);
                    return;
                }
            }
        }

        private Page<T> page(CompletableFuture<Response> answer, int asked, String after) {
            try {
                return page(await(answer), asked);
            } catch (Failure failure) {
                return read(fewer(asked, failure), after);
            }
        }

        /** Returns how many to ask for in the place of too many. */
        private int fewer(int asked, Failure failure) {
            if (!AnswerLimit.isExceeded(failure)) {
                throw failure;
            }
            if (asked == 1) {
                throw new Failure(
                        "an event is too large for the memory of this program (" + limit.bytes()
                                + " bytes an answer); give it more, as in AULENS_JAVA_OPTS=-Xmx2g",
                        failure);
            }
            fitting = asked / 2;
            return fitting;
        }

        private Response send(int size, String after) {
            return indices.search(body.page(size, null, after), limit::applyTo);
        }

        private CompletableFuture<Response> ask(int size, String after) {
            Request search = Indices.searchOfPointInTime(body.page(size, pit, after));
            limit.applyTo(search);
            return connection.sendAsync(search);
        }

        private Response await(CompletableFuture<Response> answer) {
            try {
                return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw connection.failure(e.getCause() instanceof Exception fault ? fault : e);
            } catch (TimeoutException e) {
                throw connection.failure(new SocketTimeoutException("no answer"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
            }
        }

        private Page<T> page(Response response, int asked) {
            try {
                return reader.read(response.getEntity().getContent(), asked);
            } catch (IOException e) {
                throw connection.failure(e);
            }
        }
    }

    /** Hands hits on, as many as are wanted, each overtaken one in its place. */
    private static final class Delivery<T> {

        private final HitSink<T> sink;
        private final long limit;
        private final @Nullable OvertakenHits<T> overtaken;
        private long count;
        private @Nullable EventId last;
        private boolean enough;

        /** @param overtaken in the order of logs; null if the order is that of time */
        Delivery(HitSink<T> sink, long limit, @Nullable OvertakenHits<T> overtaken) {
            this.sink = sink;
            this.limit = limit;
            this.overtaken = overtaken;
        }

        void deliver(Page<T> page) throws IOException {
            for (Page.Found<T> found : page.hits()) {
                while (!isDone() && overtaken != null && overtaken.hasOneBefore(found.position())) {
                    handOn(overtaken.next());
                }
                handOn(found);
            }
        }

        /** Hands on what stands after all others. */
        SearchOutcome end() throws IOException {
            while (overtaken != null && !overtaken.isEmpty() && !isDone()) {
                handOn(overtaken.next());
            }
            return new SearchOutcome(count, last);
        }

        private void handOn(Page.Found<T> found) throws IOException {
            if (isDone()) {
                return;
            }
            enough = !sink.accept(found.hit());
            EventId id = found.position().id();
            last = overtaken == null || last == null || id.compareTo(last) > 0 ? id : last;
            count++;
        }

        boolean isDone() {
            return enough || count >= limit;
        }
    }
}
