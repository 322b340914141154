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
 * Finds documents and hands them on in order of time, serial and host, however many there are, in constant memory.
 *
 * <p>Pages are read through a point in time and {@code search_after}; the next page is asked for before the hits of the
 * last one are handed on, so that the server works while they are printed. The first page is small: something to read
 * comes at once. A search that fits in one page does without the point in time.
 */
public final class EventSearch {

    private static final int FIRST_PAGE = 200;
    private static final int PAGE = 2_000;
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
        SearchBody body = new SearchBody(request.filter(), request.reverse(), decoder);
        long limit = request.limit().orElse(Long.MAX_VALUE);
        EventId after = request.after();
        String start = after == null ? "" : SearchBody.sortValues(after);
        if (limit <= PAGE) {
            return new Delivery<>(sink, limit).deliver(onePage(body, (int) limit, start, decoder));
        }
        try (PointInTime pit = PointInTime.open(connection, indices)) {
            return new Paging<>(body, pit, new PageReader<>(decoder)).run(start, new Delivery<>(sink, limit));
        }
    }

    private <T> Page<T> onePage(SearchBody body, int size, String start, HitDecoder<T> decoder) {
        Request search = request(indices.path() + "/_search", body.page(size, null, start));
        search.addParameter("allow_no_indices", "false");
        Response response = connection.sendIfFound(search).orElseThrow(indices::missing);
        return read(new PageReader<>(decoder), response);
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

    /** Asks for page after page. */
    private final class Paging<T> {

        private final SearchBody body;
        private final PointInTime pit;
        private final PageReader<T> reader;

        Paging(SearchBody body, PointInTime pit, PageReader<T> reader) {
            this.body = body;
            this.pit = pit;
            this.reader = reader;
        }

        SearchOutcome run(String start, Delivery<T> delivery) throws IOException {
            int size = FIRST_PAGE;
            CompletableFuture<Response> answer = ask(size, start);
            while (true) {
                Page<T> page = read(reader, await(answer));
                boolean last = page.size() < size;
                if (!last) {
                    size = PAGE;
                    answer = ask(size, page.last());
                }
                delivery.deliver(page);
                if (last || delivery.isDone()) {
                    answer.cancel(true);
                    return delivery.outcome();
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

    /** Hands hits on, as many as are wanted. */
    private static final class Delivery<T> {

        private final HitSink<T> sink;
        private final long limit;
        private long count;
        private @Nullable EventId last;
        private boolean enough;

        Delivery(HitSink<T> sink, long limit) {
            this.sink = sink;
            this.limit = limit;
        }

        SearchOutcome deliver(Page<T> page) throws IOException {
            for (Page.Found<T> found : page.hits()) {
                if (isDone()) {
                    break;
                }
                enough = !sink.accept(found.hit());
                last = found.id();
                count++;
            }
            return outcome();
        }

        SearchOutcome outcome() {
            return new SearchOutcome(count, last);
        }

        boolean isDone() {
            return enough || count >= limit;
        }
    }
}
