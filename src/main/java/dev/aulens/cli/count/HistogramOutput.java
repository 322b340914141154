package dev.aulens.cli.count;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.AsciiJson;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.render.Escaping;
import dev.aulens.render.OutputFormat;
import dev.aulens.report.CsvWriter;
import dev.aulens.search.Histogram;
import dev.aulens.search.HistogramInterval;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints a histogram that has events. */
final class HistogramOutput {

    /** Columns beyond that are for nobody to read, and each is a question to the server. */
    static final int MOST_VALUES = 50;

    private static final int LONGEST_GAP = 3;

    private final Histogram histogram;
    private final HistogramInterval interval;
    private final ZoneId zone;
    private final Terminal terminal;
    private final OutputStream out;

    HistogramOutput(Histogram histogram, ZoneId zone, Terminal terminal, OutputStream out) {
        this.histogram = histogram;
        this.interval = Objects.requireNonNull(histogram.interval(), "interval");
        this.zone = zone;
        this.terminal = terminal;
        this.out = out;
    }

    void write(OutputFormat format, Escaping escaping) throws IOException {
        switch (format) {
            case JSON -> json();
            case CSV -> csv(escaping);
            default -> text();
        }
    }

    private void text() throws IOException {
        List<Row> rows = rows();
        CountTable table = new CountTable(terminal);
        table.texts("time", rows.stream().map(Row::time).toList());
        table.numbers(
                "events", rows.stream().map(row -> row.number(row.bar.count())).toList());
        for (int i = 0; i < histogram.values().size(); i++) {
            int value = i;
            table.numbers(
                    shown(histogram.values().get(i)),
                    rows.stream()
                            .map(row -> row.number(row.bar.parts().get(value)))
                            .toList());
        }
        if (!histogram.values().isEmpty()) {
            table.numbers(
                    "others",
                    rows.stream().map(row -> row.number(row.bar.others())).toList());
        }
        table.bars(rows.stream().map(row -> row.bar.count()).toList());
        table.write(out);
        terminal.line(CountTable.number(histogram.count()) + " events; each bar is " + interval.words() + "; times of "
                + zone.getId());
    }

    /** A line of the table: a bar, or the first of many empty ones that are left out. */
    private record Row(Histogram.Bar bar, String time, boolean gap) {
        String number(long number) {
            return gap ? "" : CountTable.number(number);
        }
    }

    private List<Row> rows() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern(), Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        List<Histogram.Bar> bars = histogram.bars();
        int i = 0;
        while (i < bars.size()) {
            int empty = i;
            while (empty < bars.size() && bars.get(empty).count() == 0) {
                empty++;
            }
            if (empty - i > LONGEST_GAP) {
                rows.add(new Row(bars.get(i), "(" + (empty - i) + " without events)", true));
                i = empty;
            } else {
                Histogram.Bar bar = bars.get(i++);
                rows.add(new Row(
                        bar,
                        format.format(Instant.ofEpochMilli(bar.fromMillis()).atZone(zone)),
                        false));
            }
        }
        return rows;
    }

    private String pattern() {
        return switch (interval.unit()) {
            case MILLIS -> "uuuu-MM-dd HH:mm:ss.SSS";
            case SECONDS -> "uuuu-MM-dd HH:mm:ss";
            case MINUTES, HOURS -> "uuuu-MM-dd HH:mm";
            case MONTHS -> "uuuu-MM";
            case YEARS -> "uuuu";
            default -> "uuuu-MM-dd";
        };
    }

    private static String shown(String value) {
        return Escaping.TTY.escaped(value);
    }

    private void csv(Escaping escaping) throws IOException {
        List<String> heading = new ArrayList<>(List.of("from", "to", "events"));
        heading.addAll(histogram.values());
        if (!histogram.values().isEmpty()) {
            heading.add("others");
        }
        CsvWriter csv = new CsvWriter(escaping, out);
        csv.row(heading);
        for (Histogram.Bar bar : histogram.bars()) {
            List<String> line = new ArrayList<>(List.of(iso(bar.fromMillis()), iso(bar.toMillis())));
            line.add(Long.toString(bar.count()));
            bar.parts().forEach(part -> line.add(Long.toString(part)));
            if (!histogram.values().isEmpty()) {
                line.add(Long.toString(bar.others()));
            }
            csv.row(line);
        }
    }

    private void json() throws IOException {
        try (JsonGenerator json = AsciiJson.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("events", histogram.count());
            json.writeStringField("interval", interval.text());
            json.writeArrayFieldStart("values");
            for (String value : histogram.values()) {
                json.writeString(value);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("bars");
            for (Histogram.Bar bar : histogram.bars()) {
                json(bar, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private void json(Histogram.Bar bar, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", iso(bar.fromMillis()));
        json.writeStringField("to", iso(bar.toMillis()));
        json.writeNumberField("events", bar.count());
        if (!histogram.values().isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (long part : bar.parts()) {
                json.writeNumber(part);
            }
            json.writeEndArray();
            json.writeNumberField("others", bar.others());
        }
        json.writeEndObject();
    }

    private static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
