package dev.aulens.elastic;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.aulens.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpStatus;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;

/** What can go wrong between aulens and Elasticsearch, each as one line with its way out. */
final class Faults {

    /** How the JVM says that what came is not TLS, in its several phrases. */
    private static final String NO_TLS = "unrecognized ssl message";

    /** How Elasticsearch goes on when shards are missing. */
    private static final String ADVICE = ". Consider using `allow_partial_search_results`";

    /** What Lucene says when a wildcard query has more to look for than it may cost. */
    private static final String TOO_LONG_PART = "Determinizing automaton";

    /**
     * How Elasticsearch says that a field cannot have a value, and that a text is no query; a sort without its mapping, which
     * is the index's fault, has the same type.
     */
    private static final List<String> UNFIT_QUERIES = List.of("failed to create query", "Failed to parse query");

    private Faults() {}

    static Failure explain(Exception fault, ConnectionSettings settings) {
        String server = "Elasticsearch at " + settings.url();
        if (causedBy(fault, ResponseException.class) instanceof ResponseException answer) {
            return new Failure(answer(server, answer.getResponse(), settings), fault);
        }
        if (causedBy(fault, CertificateExpiredException.class) != null) {
            return new Failure("the certificate of " + server + " has expired; renew it there", fault);
        }
        if (causedBy(fault, CertificateException.class) != null
                || causedBy(fault, CertPathBuilderException.class) != null) {
            return new Failure(
                    "the certificate of " + server + " is not trusted; "
                            + settings.trust().wayOut(),
                    fault);
        }
        if (causedBy(fault, SSLPeerUnverifiedException.class) != null) {
            return new Failure(
                    "the certificate of " + server + " is of another host; use a name that it holds: " + oneLine(fault),
                    fault);
        }
        if (causedBy(fault, SSLHandshakeException.class) != null) {
            return new Failure(
                    server + " and aulens do not agree on TLS: " + oneLine(fault) + "; see the server's log", fault);
        }
        if (isWithoutTls(fault)) {
            return new Failure(server + " does not speak TLS on that port; use http://", fault);
        }
        if (causedBy(fault, ConnectionClosedException.class) != null) {
            return new Failure(
                    server + " closed the connection without an answer; if it has TLS on, use https://", fault);
        }
        if (causedBy(fault, JsonProcessingException.class) != null) {
            return new Failure(
                    "what answers at " + settings.url() + " is no Elasticsearch; correct --es-url or ES_URL", fault);
        }
        if (causedBy(fault, UnknownHostException.class) != null) {
            return new Failure("no such host: " + settings.url() + "; correct --es-url or ES_URL", fault);
        }
        if (causedBy(fault, SocketTimeoutException.class) != null) {
            return new Failure(server + " does not answer in time; see its log, or try again", fault);
        }
        if (causedBy(fault, ConnectException.class) != null) {
            return new Failure(
                    server + " does not answer; start one with 'aulens node start', or name another with --es-url or"
                            + " ES_URL",
                    fault);
        }
        return new Failure("the connection to " + server + " failed: " + oneLine(fault), fault);
    }

    /** Returns whether a fault means that the server does not speak TLS where it was asked to. */
    static boolean isWithoutTls(Throwable fault) {
        return causedBy(fault, SSLException.class) instanceof SSLException noTls
                && String.valueOf(noTls.getMessage()).toLowerCase(Locale.ROOT).contains(NO_TLS);
    }

    /** Returns whether the server says that it cannot make a query for an index of what it was asked. */
    static boolean isOfQuery(Failure failure) {
        return causedBy(failure, ResponseException.class) instanceof ResponseException answer
                && UNFIT_QUERIES.stream().anyMatch(String.valueOf(answer.getMessage())::contains);
    }

    private static String answer(String server, Response response, ConnectionSettings settings) {
        int status = response.getStatusLine().getStatusCode();
        return switch (status) {
            case HttpStatus.SC_UNAUTHORIZED ->
                server + " refuses " + settings.credentials() + " (401); "
                        + settings.credentials().wayOut();
            case HttpStatus.SC_FORBIDDEN ->
                settings.credentials() + " may not do this at " + server + " (403): " + reason(response);
            case HttpStatus.SC_SERVICE_UNAVAILABLE -> unavailable(server, reason(response));
            case HttpStatus.SC_BAD_REQUEST -> refused(server, reason(response));
            default -> server + " answers " + status + ": " + reason(response);
        };
    }

    /** Searches ask for all shards or none; the server's own advice is to be content with some. */
    private static String unavailable(String server, String reason) {
        int advice = reason.indexOf(ADVICE);
        return advice < 0
                ? server + " answers 503: " + reason
                : server + " cannot search all of the indices, and a part would look like all: "
                        + reason.substring(0, advice) + "; see GET _cat/shards?v there for what is not assigned";
    }

    private static String refused(String server, String reason) {
        return reason.contains(TOO_LONG_PART)
                ? server + " cannot look for a part of a value that is so long and repeats itself; ask for the whole"
                        + " value with -w, or for a shorter part of it"
                : server + " answers 400: " + reason;
    }

    private static String reason(Response response) {
        try {
            return ErrorReason.of(response.getEntity().getContent());
        } catch (IOException | RuntimeException e) {
            return response.getStatusLine().getReasonPhrase();
        }
    }

    private static String oneLine(Throwable fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static <T extends Throwable> @org.jspecify.annotations.Nullable Throwable causedBy(
            Throwable fault, Class<T> wanted) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }
}
