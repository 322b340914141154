package dev.aulens.dashboards;

import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.kql.LucenePrinter;
import dev.aulens.query.kql.Sayable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses in Kibana's pages, for the indices of a prefix. They hold what is asked, and no credentials. */
public final class KibanaLinks {

    /** What may stand in an address behind the number sign as it is, and does not end a link in a terminal. */
    private static final String PLAIN = "!(),:@*-._~/";

    private final KibanaAddress kibana;
    private final Naming naming;

    /** @param prefix of the indices */
    public KibanaLinks(KibanaAddress kibana, String prefix) {
        this.kibana = kibana;
        this.naming = new Naming(prefix, kibana.space());
    }

    /**
     * A range of time in Kibana's words: ISO 8601 or date math.
     *
     * @param from first moment
     * @param to last moment
     */
    public record TimeRange(String from, String to) {}

    /**
     * Returns the link to Discover that asks for the same events as a filter.
     *
     * @param conditions without the range of time
     * @return empty if neither KQL nor Lucene's syntax alone can say the conditions
     */
    public Optional<String> discover(Filter conditions, TimeRange time) {
        Set<Filter.Language> languages = Sayable.in(conditions);
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        boolean kql = languages.contains(Filter.Language.KQL);
        String text = conditions instanceof Filter.Everything
                ? ""
                : kql ? KqlPrinter.print(conditions) : LucenePrinter.print(conditions);
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("language", kql ? "kuery" : "lucene");
        query.put("query", text);
        Map<String, Object> dataSource = new LinkedHashMap<>();
        dataSource.put("dataViewId", naming.dataView());
        dataSource.put("type", "dataView");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("columns", DashboardFiles.search("events").columns());
        page.put("dataSource", dataSource);
        page.put("filters", List.of());
        page.put("query", query);
        page.put("sort", List.of(List.of(EventIdFields.TIME, "desc")));
        return Optional.of(kibana.resolve("/app/discover") + "#/?_g=" + encoded(global(time)) + "&_a=" + encoded(page));
    }

    /** Returns the link to a dashboard, by its id. */
    public String dashboard(String id, TimeRange time) {
        return kibana.resolve("/app/dashboards") + "#/view/" + id + "?_g=" + encoded(global(time));
    }

    private static Map<String, Object> global(TimeRange time) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", time.from());
        range.put("to", time.to());
        return Map.of("time", range);
    }

    private static String encoded(Object value) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : Rison.of(value).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
