package dev.aulens.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.query.WrongUsageException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Answers requests from a fixed map of paths; every answer carries the same headers. */
final class RequestHandler implements HttpHandler {

    /** Scripts, styles and questions of this server's own; nothing inline, nothing from elsewhere, no frame around it. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private final RequestGuard guard;
    private final Map<String, Route> routes;

    RequestHandler(RequestGuard guard, Map<String, Route> routes) {
        this.guard = guard;
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            Headers headers = exchange.getResponseHeaders();
            HEADERS.forEach(headers::set);
            headers.set("Content-Type", answer.type());
            if (answer.status() == Answer.METHOD_NOT_ALLOWED) {
                headers.set("Allow", "GET");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
            if (!head) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        Answer refusal =
                guard.refusal(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
        if (refusal != null) {
            return refusal;
        }
        Route route = routes.get(exchange.getRequestURI().getRawPath());
        if (route == null) {
            return Answer.error(Answer.NOT_FOUND, "there is nothing at this address");
        }
        try {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            return route.answer(Parameters.parse(query));
        } catch (WrongUsageException e) {
            return Answer.error(Answer.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (Failure e) {
            int status = ElasticsearchConnection.isOfQuery(e) ? Answer.BAD_REQUEST : Answer.BAD_GATEWAY;
            return Answer.error(status, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return Answer.error(Answer.FAULT, "unexpected fault, an error in aulens: " + e);
        }
    }
}
