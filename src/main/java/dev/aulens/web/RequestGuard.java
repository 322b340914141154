package dev.aulens.web;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what this page's own browser window would not ask.
 *
 * <p>A foreign page can point a name of its own at 127.0.0.1 (DNS rebinding): its requests then carry that name in Host.
 * It can also refer to this address: browsers say so in Sec-Fetch-Site (W3C Fetch Metadata). It could not read an
 * answer, as no header permits it, but it shall not make Elasticsearch work either. A link to the page itself is fine.
 */
final class RequestGuard {

    private static final int LONGEST_TARGET = 16_384;
    private static final String QUESTIONS = "/api/";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");
    private static final int PORT_OF_HTTP = 80;

    private final Set<String> hosts = new HashSet<>();

    /** @param port that the server listens on; Host names that of HTTP only if a client chooses to (RFC 9110, 4.2.3) */
    RequestGuard(int port) {
        NAMES.forEach(name -> hosts.add(name + ":" + port));
        if (port == PORT_OF_HTTP) {
            hosts.addAll(NAMES);
        }
    }

    /** Returns the answer to a request that goes no further, null if it may. */
    @Nullable
    Answer refusal(String method, URI target, Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0).toLowerCase(Locale.ROOT))) {
            return Answer.error(Answer.MISDIRECTED, "this server answers to 127.0.0.1 and localhost only");
        }
        if (!method.equals("GET")) {
            return Answer.error(Answer.METHOD_NOT_ALLOWED, "this server takes GET only");
        }
        if (target.getRawPath().startsWith(QUESTIONS)
                && !OWN_SITES.containsAll(headers.getOrDefault("Sec-Fetch-Site", List.of()))) {
            return Answer.error(Answer.FORBIDDEN, "another site has sent this request");
        }
        if (headers.containsKey("Transfer-Encoding") || !hasNoBody(headers)) {
            return Answer.error(Answer.CONTENT_TOO_LARGE, "a request has no body here");
        }
        if (target.toString().length() > LONGEST_TARGET) {
            return Answer.error(Answer.URI_TOO_LONG, "the address has more than " + LONGEST_TARGET + " characters");
        }
        return null;
    }

    private static boolean hasNoBody(Headers headers) {
        return headers.getOrDefault("Content-Length", List.of()).stream().allMatch("0"::equals);
    }
}
