package dev.aulens.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.Failure;
import dev.aulens.elastic.AnswerLimit;
import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.SearchRequest.Order;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class EventSearchIT {

    /** More than two pages. */
    private static final int EVENTS = 5_000;

    private static final long START = 1_700_000_000_000L;

    private static final Filter EVERYTHING = new Filter.Everything();

    private static ElasticsearchConnection connection;
    private static EventSearch search;
    private static TestCluster shared;

    @BeforeAll
    static void index(TestCluster cluster) {
        shared = cluster;
        connection = ElasticsearchConnection.open(ConnectionSettings.of(cluster.url()));
        search = new EventSearch(Indices.of(connection, cluster.prefix() + "-*"));
        String index = "/" + cluster.prefix() + "-2023.11";
        cluster.send("PUT", index, """
                {"mappings":{"dynamic":false,"properties":{
                  "@timestamp":{"type":"date"},
                  "event":{"properties":{"sequence":{"type":"long"}}},
                  "host":{"properties":{"name":{"type":"keyword"}}},
                  "auditd":{"properties":{"key":{"type":"keyword"}}}}}}""");
        StringBuilder bulk = new StringBuilder();
        for (int i = EVENTS - 1; i >= 0; i--) {
            bulk.append("{\"create\":{}}\n").append(document(i)).append('\n');
        }
        cluster.send("POST", index + "/_bulk?refresh=true", bulk.toString());
    }

    @AfterAll
    static void close() {
        connection.close();
    }

    @Test
    void hitsComeInOrderOfTimeSerialAndHost() throws IOException {
        List<EventId> ids = ids(SearchRequest.of(EVERYTHING));
        assertThat(ids).hasSize(EVENTS).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void reverseComesLatestFirst() throws IOException {
        List<EventId> ids = ids(new SearchRequest(EVERYTHING, Order.LOG, true, OptionalLong.empty(), null));
        assertThat(ids).hasSize(EVENTS).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void limitEndsTheSearch() throws IOException {
        assertThat(ids(new SearchRequest(EVERYTHING, Order.LOG, false, OptionalLong.of(3), null)))
                .hasSize(3);
        assertThat(ids(new SearchRequest(EVERYTHING, Order.LOG, false, OptionalLong.of(2_500), null)))
                .hasSize(2_500);
    }

    /** An answer has about 450 bytes for each event. */
    @Test
    void pagesThatMemoryDoesNotHoldAreAskedForInSmallerOnes() throws IOException {
        EventSearch small = new EventSearch(Indices.of(connection, shared.prefix() + "-*"), new AnswerLimit(20_000));
        for (OptionalLong limit : List.of(OptionalLong.empty(), OptionalLong.of(1_999))) {
            SearchRequest request = new SearchRequest(EVERYTHING, Order.LOG, true, limit, null);
            assertThat(ids(small, request)).isEqualTo(ids(request));
        }
    }

    @Test
    void eventThatMemoryDoesNotHoldIsAFaultWithTheWayOut() {
        EventSearch tiny = new EventSearch(Indices.of(connection, shared.prefix() + "-*"), new AnswerLimit(400));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ids(tiny, SearchRequest.of(EVERYTHING)))
                .withMessageContaining("too large for the memory of this program")
                .withMessageContaining("AULENS_JAVA_OPTS");
    }

    @Test
    void searchGoesOnBehindAnEvent() throws IOException {
        for (boolean reverse : new boolean[] {false, true}) {
            List<EventId> all = ids(new SearchRequest(EVERYTHING, Order.LOG, reverse, OptionalLong.empty(), null));
            for (int at : new int[] {9, 10, 2_998}) { // some with host, some without
                OptionalLong page = OptionalLong.of(20);
                assertThat(ids(new SearchRequest(EVERYTHING, Order.TIME, reverse, page, all.get(at))))
                        .isEqualTo(all.subList(at + 1, at + 21));
                assertThat(ids(new SearchRequest(EVERYTHING, Order.TIME, reverse, OptionalLong.empty(), all.get(at))))
                        .isEqualTo(all.subList(at + 1, EVENTS));
            }
        }
    }

    /** Of each ten events the last has overtaken the others, which are more than fit in two pages. */
    @Test
    void overtakenEventsStandBehindThoseThatOvertookThem(TestCluster cluster) throws IOException {
        String prefix = cluster.prefix() + "overtaken";
        cluster.send("PUT", "/" + prefix + "-2023.11", """
                {"mappings":{"dynamic":false,"properties":{
                  "@timestamp":{"type":"date"},
                  "event":{"properties":{"sequence":{"type":"long"}}},
                  "auditd":{"properties":{"overtaken":{"properties":{
                    "timestamp":{"type":"date"},"sequence":{"type":"long"},"place":{"type":"long"}}}}}}}}""");
        List<EventId> expected = new ArrayList<>();
        StringBuilder bulk = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            int by = i - i % 10 + 9;
            bulk.append("{\"create\":{}}\n")
                    .append(i == by ? inPlace(i) : overtaken(i, by))
                    .append('\n');
            int logged = i % 10 == 0 ? by : i - 1;
            expected.add(new EventId(null, START + logged, logged));
        }
        cluster.send("POST", "/" + prefix + "-2023.11/_bulk?refresh=true", bulk.toString());
        EventSearch other = new EventSearch(Indices.of(connection, prefix + "-*"));
        List<EventId> reversed = new ArrayList<>(expected);
        Collections.reverse(reversed);
        for (int limit : new int[] {1, 7, 2_000, 2_001, EVENTS}) {
            assertThat(ids(other, new SearchRequest(EVERYTHING, Order.LOG, false, OptionalLong.of(limit), null)))
                    .isEqualTo(expected.subList(0, limit));
            assertThat(ids(other, new SearchRequest(EVERYTHING, Order.LOG, true, OptionalLong.of(limit), null)))
                    .isEqualTo(reversed.subList(0, limit));
            assertThat(ids(other, new SearchRequest(EVERYTHING, Order.TIME, false, OptionalLong.of(limit), null)))
                    .isSorted();
        }
    }

    private static String inPlace(int serial) {
        return "{\"@timestamp\":%1$d,\"event\":{\"sequence\":%2$d,\"original\":\"type=AVC msg=audit(1:%2$d): x\"}}"
                .formatted(START + serial, serial);
    }

    private static String overtaken(int serial, int by) {
        String where = ",\"auditd\":{\"overtaken\":{\"timestamp\":%d,\"sequence\":%d,\"place\":%d}}}"
                .formatted(START + by, by, serial % 10);
        String document = inPlace(serial);
        return document.substring(0, document.length() - 1) + where;
    }

    @Test
    void sinkThatHasEnoughEndsTheSearch() throws IOException {
        List<Hit> hits = new ArrayList<>();
        SearchOutcome outcome = search.stream(SearchRequest.of(EVERYTHING), decoder(), hit -> {
            hits.add(hit);
            return hits.size() < 7;
        });
        assertThat(outcome.hits()).isEqualTo(7);
        assertThat(outcome.last()).isEqualTo(hits.get(6).event().id());
        assertThat(hits).hasSize(7);
    }

    @Test
    void serverKeepsNothingOfASearchThatHasEnded() throws IOException {
        search.stream(SearchRequest.of(EVERYTHING), decoder(), hit -> false);
        String open = "/" + shared.prefix() + "-*/_stats/search?filter_path=_all.total.search.open_contexts";
        Awaitility.await().untilAsserted(() -> assertThat(shared.get(open)).contains("\"open_contexts\":0"));
    }

    @Test
    void documentBecomesItsEventAgain() throws IOException {
        List<Hit> hits = new ArrayList<>();
        Filter key = new Filter.Contains("auditd.key", "y*4321");
        search.stream(SearchRequest.of(key), decoder(), hits::add);
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.event().id()).isEqualTo(new EventId("web1", 1_700_000_004_320L, 4321));
            assertThat(hit.event().records())
                    .extracting(record -> record.type().name())
                    .containsExactly("SYSCALL", "CWD");
            assertThat(hit.names().user(1004321)).isEqualTo("alice4321");
            assertThat(hit.names().group(1)).isNull();
        });
    }

    @Test
    void documentsComeAsTheyAreStored() throws IOException {
        List<byte[]> documents = new ArrayList<>();
        search.stream(SearchRequest.of(new Filter.Term("event.sequence", "9")), new DocumentDecoder(), documents::add);
        assertThat(documents)
                .singleElement()
                .satisfies(json -> assertThat(new String(json, java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo(document(9)));
    }

    @Test
    void countAsksForNoDocuments() {
        assertThat(search.count(EVERYTHING)).isEqualTo(EVENTS);
        assertThat(search.count(new Filter.Term("auditd.key", "key*4"))).isEqualTo(1);
    }

    @Test
    void missingIndexIsNamedWithTheWayOut() {
        EventSearch nowhere = new EventSearch(Indices.of(connection, shared.prefix() + "nothing-*"));
        for (OptionalLong limit : List.of(OptionalLong.empty(), OptionalLong.of(1))) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> nowhere.stream(
                            new SearchRequest(EVERYTHING, Order.LOG, false, limit, null), decoder(), hit -> true))
                    .withMessageStartingWith("there is no index " + shared.prefix() + "nothing-*; index a log first");
        }
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> nowhere.count(EVERYTHING));
    }

    /** An index that no node may hold: half of the events would be found. */
    @Test
    void partOfTheEventsIsNoAnswer(TestCluster cluster) throws IOException {
        String prefix = cluster.prefix() + "part";
        cluster.send("PUT", "/" + prefix + "-2023.11/_doc/1?refresh=true", document(1));
        cluster.send("PUT", "/" + prefix + "-2023.12?wait_for_active_shards=0&timeout=1s", """
                {"settings":{"index.routing.allocation.require._name":"nowhere"}}""");
        EventSearch part = new EventSearch(Indices.of(connection, prefix + "-*"));
        EventHistogram histogram = new EventHistogram(Indices.of(connection, prefix + "-*"), ZoneOffset.UTC);

        for (ThrowingCallable question : List.<ThrowingCallable>of(
                () -> part.count(EVERYTHING),
                () -> ids(part, SearchRequest.of(EVERYTHING)),
                () -> ids(part, new SearchRequest(EVERYTHING, Order.TIME, false, OptionalLong.of(1), null)),
                () -> histogram.times(EVERYTHING))) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(question)
                    .withMessageContaining("2023.12")
                    .withMessageContaining("_cat/shards")
                    .withMessageNotContaining("\n");
        }
    }

    private static List<EventId> ids(SearchRequest request) throws IOException {
        return ids(search, request);
    }

    private static List<EventId> ids(EventSearch search, SearchRequest request) throws IOException {
        List<EventId> ids = new ArrayList<>();
        search.stream(request, decoder(), hit -> ids.add(hit.event().id()));
        return ids;
    }

    private static EventDecoder decoder() {
        return new EventDecoder(new RecordParser(RecordTypes.load(), ZoneOffset.UTC));
    }

    /** Returns a document; every tenth has no host, and always two have the same time. */
    private static String document(int i) {
        long millis = 1_700_000_000_000L + i - i % 2;
        String id = "1700000000." + (100 + i % 900) + ":" + i;
        String host = i % 10 == 9 ? "" : "\"host\":{\"name\":\"web1\"},";
        return "{\"@timestamp\":" + millis + "," + host + "\"event\":{\"sequence\":" + i
                + ",\"original\":\"type=SYSCALL msg=audit("
                + id + "): syscall=1\\ntype=CWD msg=audit(" + id + "): cwd=\\\"/\\\"\"},"
                + "\"auditd\":{\"key\":[\"key*" + i + "\"],\"resolved\":{\"user\":{\"100" + i + "\":\"alice" + i
                + "\"}}}}";
    }
}
