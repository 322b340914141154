package dev.aulens.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aulens.Failure;
import dev.aulens.elastic.Credentials;
import dev.aulens.elastic.Trust;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Sends saved objects to Kibana: {@code POST /api/saved_objects/_import}. Objects of the same ids are replaced, others are
 * left alone.
 */
public final class KibanaImport {

    private static final String PATH = "/api/saved_objects/_import?overwrite=true";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    /** No line of JSON begins with this. */
    private static final String BOUNDARY = "aulens-saved-objects";

    private final KibanaAddress kibana;
    private final Credentials credentials;
    private final Trust trust;

    /**
     * @param credentials of Elasticsearch, which Kibana takes too
     * @param trust which authorities may vouch for Kibana's certificate
     */
    public KibanaImport(KibanaAddress kibana, Credentials credentials, Trust trust) {
        this.kibana = kibana;
        this.credentials = credentials;
        this.trust = trust;
    }

    /**
     * Sends the objects.
     *
     * @throws Failure if Kibana does not answer, or refuses the request as a whole
     */
    public ImportAnswer send(SavedObjects objects) {
        HttpResponse<String> response = exchange(request(objects.ndjson()));
        Optional<JsonNode> answer = json(response.body());
        if (response.statusCode() != 200) {
            throw refusal(response.statusCode(), answer);
        }
        return answer.filter(json -> json.has("success"))
                .map(ImportAnswer::of)
                .orElseThrow(() -> new Failure(
                        "what answers at " + kibana.url() + " is no Kibana; correct --kibana or KIBANA_URL"));
    }

    private HttpRequest request(String ndjson) {
        String body = "--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"aulens.ndjson\"\r\n"
                + "Content-Type: application/ndjson\r\n\r\n"
                + ndjson
                + "\r\n--" + BOUNDARY + "--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(kibana.resolve(PATH))
                .timeout(ANSWER)
                .header("kbn-xsrf", "true")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(
                        HttpClient.Version
                                .HTTP_1_1) // Kibana is not asked to change the protocol, which proxies may refuse
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (kibana.tls()) {
            client.sslContext(trust.context());
        }
        try {
            return client.build().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (SSLException e) {
            throw new Failure(
                    "the TLS of Kibana at " + kibana.url() + " cannot be used: "
                            + e.getMessage()
                            + "; if its certificate is not trusted, " + trust.wayOut(),
                    e);
        } catch (HttpTimeoutException e) {
            throw new Failure("Kibana at " + kibana.url() + " does not answer in time; see its log, or try again", e);
        } catch (ConnectException e) {
            throw new Failure(
                    "Kibana at " + kibana.url() + " does not answer; start it, or name another with --kibana or"
                            + " KIBANA_URL",
                    e);
        } catch (IOException e) {
            throw new Failure(
                    "the connection to Kibana at " + kibana.url() + " failed: " + e.getMessage()
                            + "; if it has TLS on, use https://",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private Failure refusal(int status, Optional<JsonNode> answer) {
        String server = "Kibana at " + kibana;
        String reason = answer.map(json -> json.path("message").asText())
                .filter(message -> !message.isEmpty())
                .orElse("no reason given");
        return new Failure(
                switch (status) {
                    case 401 -> server + " refuses " + credentials + " (401); " + credentials.wayOut();
                    case 403 ->
                        credentials + " may not import into " + server
                                + " (403); it needs the privilege 'Saved Objects Management: All' there";
                    case 404 ->
                        server
                                + " has no import of saved objects (404); correct --kibana (with Kibana's base path, if it"
                                + " has one) and --space";
                    case 413 -> server + " takes no file of that size (413); raise savedObjects.maxImportPayloadBytes";
                    case 422 -> server + " cannot read the objects (422): " + reason + "; use Kibana 8.19 or later";
                    case 503 -> server + " is not ready yet (503); try again when its page can be opened";
                    default -> server + " answers " + status + ": " + reason;
                });
    }

    private static Optional<JsonNode> json(String body) {
        try {
            return Optional.ofNullable(new JsonMapper().readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
