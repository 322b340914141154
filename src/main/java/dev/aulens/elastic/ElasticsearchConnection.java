package dev.aulens.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpStatus;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * An open connection to Elasticsearch. It connects with the first request, not before.
 *
 * <p>Documents and hits pass through it as bytes: no object mapper is set up for them, which is most of what a client
 * costs at the start of a short command. Other answers are read as trees ({@link #json(Request)}).
 */
public final class ElasticsearchConnection implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int ANSWER_TIMEOUT_MILLIS = 120_000;

    private final ConnectionSettings settings;
    private final RestClient rest;

    private ElasticsearchConnection(ConnectionSettings settings, RestClient rest) {
        this.settings = settings;
        this.rest = rest;
    }

    /**
     * Prepares a connection.
     *
     * @throws Failure if an address is unusable, they differ in more than the host, or the CA certificate cannot be read
     */
    public static ElasticsearchConnection open(ConnectionSettings settings) {
        HttpHost[] nodes =
                settings.urls().stream().map(url -> address(url, settings)).toArray(HttpHost[]::new);
        RestClientBuilder builder = RestClient.builder(nodes)
                .setDefaultHeaders(headers(settings))
                .setRequestConfigCallback(config ->
                        config.setConnectTimeout(CONNECT_TIMEOUT_MILLIS).setSocketTimeout(ANSWER_TIMEOUT_MILLIS));
        if (settings.tls()) {
            SSLContext tls = settings.trust().context();
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(tls));
        }
        String path = settings.urls().get(0).getPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        return new ElasticsearchConnection(settings, builder.build());
    }

    /** Returns where the server is. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** Returns a client with the typed query language over the same connection; closing it is not needed. */
    public ElasticsearchClient client() {
        return new ElasticsearchClient(new RestClientTransport(rest, new SimpleJsonpMapper()));
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws IOException if there is no answer, or it is an error: a fault for {@link #failure}
     * @throws Failure if the thread is interrupted; it stays so
     */
    public Response perform(Request request) throws IOException {
        try {
            return rest.performRequest(request);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new Failure("interrupted; run again", e);
            }
            throw e;
        }
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws Failure if there is no answer, or it is an error
     */
    public Response send(Request request) {
        try {
            return perform(request);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Sends a request; an answer of 404 is an empty result.
     *
     * @throws Failure if there is no answer, or it is another error
     */
    public Optional<Response> sendIfFound(Request request) {
        return sendUnless(HttpStatus.SC_NOT_FOUND, request);
    }

    /**
     * Sends a request; an answer of 403, that the user may not do this, is an empty result.
     *
     * @throws Failure if there is no answer, or it is another error
     */
    public Optional<Response> sendIfAllowed(Request request) {
        return sendUnless(HttpStatus.SC_FORBIDDEN, request);
    }

    private Optional<Response> sendUnless(int status, Request request) {
        try {
            return Optional.of(perform(request));
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == status) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Sends a request and reads the answer.
     *
     * @return its body as JSON
     * @throws Failure if there is no answer, it is an error, or it is not JSON
     */
    public JsonNode json(Request request) {
        return json(send(request));
    }

    /**
     * Sends a request and reads the answer; an answer of 404 is an empty result.
     *
     * @return its body as JSON
     * @throws Failure if there is no answer, it is another error, or it is not JSON
     */
    public Optional<JsonNode> jsonIfFound(Request request) {
        return sendIfFound(request).map(this::json);
    }

    /**
     * Reads an answer to its end.
     *
     * @return its body as JSON
     * @throws Failure if it breaks off or is not JSON
     */
    public JsonNode json(Response answer) {
        try (InputStream body = answer.getEntity().getContent()) {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Set up when the first answer is read as a tree: commands that print hits read none. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /** Sends a request; the answer, or the fault for {@link #failure}, comes later. */
    public CompletableFuture<Response> sendAsync(Request request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        rest.performRequestAsync(request, new ResponseListener() {
            @Override
            public void onSuccess(Response response) {
                answer.complete(response);
            }

            @Override
            public void onFailure(Exception fault) {
                answer.completeExceptionally(fault);
            }
        });
        return answer;
    }

    /** Returns what the user is told about a fault of this connection. */
    public Failure failure(Exception fault) {
        return Faults.explain(fault, settings);
    }

    /** Returns whether a failure is the fault of the query that was sent: asking again, or another server, does not help. */
    public static boolean isOfQuery(Failure failure) {
        return Faults.isOfQuery(failure);
    }

    /**
     * Returns whether a fault means that the server's certificate is not trusted, or TLS was not agreed on or is not
     * spoken there: trying again does not help. A connection that breaks has a TLS fault too, and does not mean that.
     */
    public static boolean isDistrust(Throwable fault) {
        return fault instanceof SSLHandshakeException
                || fault instanceof SSLPeerUnverifiedException
                || Faults.isWithoutTls(fault);
    }

    @Override
    public void close() {
        try {
            rest.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static HttpHost address(URI url, ConnectionSettings settings) {
        URI first = settings.urls().get(0);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new Failure("the address of Elasticsearch is no URL: '" + url
                    + "'; write it as http://host:9200 or https://host:9200");
        }
        if (!url.getScheme().equals(first.getScheme()) || !url.getRawPath().equals(first.getRawPath())) {
            throw new Failure("the addresses " + settings.url() + " are not of one cluster; give all with the same"
                    + " scheme and path");
        }
        return new HttpHost(url.getHost(), url.getPort(), url.getScheme());
    }

    private static Header[] headers(ConnectionSettings settings) {
        List<Header> headers = new ArrayList<>();
        settings.credentials().authorization().ifPresent(value -> headers.add(new BasicHeader("Authorization", value)));
        return headers.toArray(Header[]::new);
    }
}
