package dev.aulens.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents and hands them on in order of time, serial and host, or as their logs have them, however many there
 * are, in constant memory.
 *
 * <p>Pages are read through a point in time and {@code search_after}; the next page is asked for before the hits of the
 * last one are handed on, so that the server works while they are printed. The first page is small: something to read
 * comes at once. A search that fits in one page does without the point in time. Events that others have overtaken are
 * few; they are a search of their own, whose hits are put in their places among the others.
 */
public final class EventSearch {

    /** Holds for events that stand in their log behind later ones. */
    public static final Filter OVERTAKEN = new Filter.Exists("auditd.overtaken.sequence");

    private static final int FIRST_PAGE = 200;
    private static final int PAGE = 2_000;

    /** How many hits without their documents a page has: what a server gives at most, index.max_result_window. */
    private static final int PAGE_OF_IDS = 10_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final ElasticsearchConnection connection;
    private final Indices indices;

    /** @param pattern of the indices, as {@code auditd-*} */
    public EventSearch(ElasticsearchConnection connection, String pattern) {
        this.connection = connection;
        this.indices = new Indices(pattern);
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
        Request request = request(indices.path() + "/_count", "{\"query\":" + SearchBody.json(filter) + "}");
        request.addParameter("allow_no_indices", "false");
        Response response = connection.sendIfFound(request).orElseThrow(indices::missing);
        try (JsonParser json = JSON.createParser(response.getEntity().getContent())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("count")) {
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
        try (PointInTime pit = PointInTime.open(connection, indices)) {
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
            delivery.deliver(pages.read(size, start));
        } else {
            pages.readAll(start, delivery);
        }
        return delivery.end();
    }

    private <T> Pages<T> pages(
            Filter filter, HitOrder order, boolean reverse, HitDecoder<T> decoder, @Nullable PointInTime pit) {
        int most = decoder.readsDocuments() ? PAGE : PAGE_OF_IDS;
        return new Pages<>(
                new SearchBody(filter, order, reverse, decoder), pit, new PageReader<>(decoder, order), most);
    }

    private <T> Page<T> read(PageReader<T> reader, Response response) {
        try {
            return reader.read(response.getEntity().getContent());
        } catch (IOException e) {
            throw connection.failure(e);
        }
    }

    private static Request request(String path, String body) {
        Request request = new Request("POST", path);
        request.setJsonEntity(body);
        return request;
    }

    /** The pages of one search. */
    private final class Pages<T> implements OvertakenHits.Pages<T> {

        private final SearchBody body;
        private final @Nullable PointInTime pit;
        private final PageReader<T> reader;
        private final int most;

        /** @param most hits on a page */
        Pages(SearchBody body, @Nullable PointInTime pit, PageReader<T> reader, int most) {
            this.body = body;
            this.pit = pit;
            this.reader = reader;
            this.most = most;
        }

        @Override
        public Page<T> read(int size, String after) {
            if (pit != null) {
                return EventSearch.this.read(reader, await(ask(size, after)));
            }
            Request search = request(indices.path() + "/_search", body.page(size, null, after));
            search.addParameter("allow_no_indices", "false");
            return EventSearch.this.read(reader, connection.sendIfFound(search).orElseThrow(indices::missing));
        }

        void readAll(String start, Delivery<T> delivery) throws IOException {
            int size = FIRST_PAGE;
            CompletableFuture<Response> answer = ask(size, start);
            while (true) {
                Page<T> page = EventSearch.this.read(reader, await(answer));
                boolean last = page.size() < size;
                if (!last) {
                    size = most;
                    answer = ask(size, page.last());
                }
                delivery.deliver(page);
                if (last || delivery.isDone()) {
                    answer.cancel(true);
                    return;
                }
            }
        }

        private CompletableFuture<Response> ask(int size, String after) {
            return connection.sendAsync(request("/_search", body.page(size, pit, after)));
        }

        private Response await(CompletableFuture<Response> answer) {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                throw connection.failure(e.getCause() instanceof Exception fault ? fault : e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted", e);
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
                while (overtaken != null && overtaken.hasOneBefore(found.position())) {
                    handOn(overtaken.next());
                }
                handOn(found);
            }
        }

        /** Hands on what stands behind all others. */
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
