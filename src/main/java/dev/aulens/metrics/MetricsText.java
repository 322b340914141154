package dev.aulens.metrics;

import dev.aulens.index.IndexingSummary;
import dev.aulens.index.TailStatus;
import java.util.Locale;

/**
 * The figures in Prometheus' text format, version 0.0.4:
 *
 * <pre>
 * # HELP aulens_lines_total Lines read.
 * # TYPE aulens_lines_total counter
 * aulens_lines_total 10734
 * </pre>
 */
final class MetricsText {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private MetricsText() {}

    static String of(TailStatus status, String version) {
        MetricsText metrics = new MetricsText();
        IndexingSummary counts = status.counts();
        metrics.counter("lines", "Lines read.", counts.lines().lines());
        metrics.counter(
                "records", "Lines that are audit records.", counts.lines().records());
        metrics.counter("events", "Events put together from records.", counts.events());
        metrics.counter("documents", "Documents created.", counts.created());
        metrics.counter("duplicates", "Events that were in the index already.", counts.duplicates());
        metrics.counter("joined", "Parts of events added to their document.", counts.joined());
        metrics.counter("dead_letters", "Malformed lines and refused documents.", counts.deadLetters());
        metrics.counter("retries", "Requests sent again to a server that was busy or away.", status.retries());
        metrics.counter("bytes", "Bytes read, decompressed.", counts.lines().bytes());
        metrics.gauge("lag_bytes", "Bytes of the logs that are not acknowledged yet.", "" + status.lagBytes());
        String lag = String.format(Locale.ROOT, "%.3f", status.lagSeconds());
        metrics.gauge("lag_seconds", "Age of the oldest of them, 0 if there are none.", lag);
        metrics.gauge("in_flight", "Documents sent and not acknowledged yet.", "" + status.inFlight());
        metrics.gauge("waiting", "1 while the server is busy, full or away.", status.waits() ? "1" : "0");
        metrics.head("build_info", "The program.", "gauge");
        metrics.text.append("aulens_build_info{version=\"").append(version).append("\"} 1\n");
        return metrics.text.toString();
    }

    private void counter(String name, String help, long value) {
        head(name + "_total", help, "counter");
        text.append("aulens_").append(name).append("_total ").append(value).append('\n');
    }

    private void gauge(String name, String help, String value) {
        head(name, help, "gauge");
        text.append("aulens_").append(name).append(' ').append(value).append('\n');
    }

    private void head(String name, String help, String type) {
        text.append("# HELP aulens_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE aulens_").append(name).append(' ').append(type).append('\n');
    }
}
