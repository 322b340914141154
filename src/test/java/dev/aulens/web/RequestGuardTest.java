package dev.aulens.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {

    private static final URI PAGE = URI.create("/");
    private static final URI SEARCH = URI.create("/api/search?q=");

    private final RequestGuard guard = new RequestGuard(5640);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:5640", "localhost:5640", "LOCALHOST:5640", "[::1]:5640"})
    void ownAddressPasses(String host) {
        assertThat(guard.refusal("GET", PAGE, headers("Host", host))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example:5640",
                "127.0.0.1.attacker.example:5640",
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost:56400",
                "user@localhost:5640",
                ""
            })
    void nameThatWasPointedHereIsMisdirected(String host) {
        assertThat(status("GET", PAGE, headers("Host", host))).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "localhost:80"})
    void portOfHttpNeedsNoMention(String host) {
        assertThat(new RequestGuard(80).refusal("GET", PAGE, headers("Host", host)))
                .isNull();
    }

    @Test
    void hostIsGivenOnce() {
        Headers twice = headers("Host", "127.0.0.1:5640");
        twice.add("Host", "127.0.0.1:5640");

        assertThat(status("GET", PAGE, twice)).isEqualTo(421);
        assertThat(status("GET", PAGE, new Headers())).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get"})
    void otherMethodsAreRefused(String method) {
        assertThat(status(method, PAGE, headers())).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", ""})
    void anotherSiteMayLinkToThePageButNotAsk(String site) {
        assertThat(guard.refusal("GET", PAGE, headers("Sec-Fetch-Site", site))).isNull();
        assertThat(status("GET", SEARCH, headers("Sec-Fetch-Site", site))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void pageAndUserMayAsk(String site) {
        assertThat(guard.refusal("GET", SEARCH, headers("Sec-Fetch-Site", site)))
                .isNull();
    }

    @Test
    void bodyIsTooLarge() {
        assertThat(status("GET", PAGE, headers("Content-Length", "1"))).isEqualTo(413);
        assertThat(status("GET", PAGE, headers("Transfer-Encoding", "chunked"))).isEqualTo(413);
        assertThat(guard.refusal("GET", PAGE, headers("Content-Length", "0"))).isNull();
    }

    @Test
    void longAddressIsRefused() {
        assertThat(status("GET", URI.create("/?q=" + "a".repeat(20_000)), headers()))
                .isEqualTo(414);
    }

    private int status(String method, URI target, Headers headers) {
        return Objects.requireNonNull(guard.refusal(method, target, headers), "passes")
                .status();
    }

    private static Headers headers() {
        return headers("Host", "127.0.0.1:5640");
    }

    private static Headers headers(String name, String value) {
        Headers headers = new Headers();
        headers.set("Host", "127.0.0.1:5640");
        headers.set(name, value);
        return headers;
    }
}
