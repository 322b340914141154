package dev.aulens.cli.count;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.AsciiJson;
import dev.aulens.cli.question.QuestionCommand;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.render.Escaping;
import dev.aulens.report.CsvWriter;
import dev.aulens.search.Indices;
import dev.aulens.search.TopValues;
import dev.aulens.search.ValueCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code aulens top}: the most frequent values of a field. */
@Command(
        name = "top",
        description = {
            "Count the values of a field in the events that a search finds: the most frequent ones, exactly.",
            "",
            "FIELD is the full name of a document's field (docs/fields.md). An event with several values counts for each."
                    + " Conditions, times and words to look for are those of 'aulens search'."
        },
        customSynopsis = "aulens top FIELD [--by FIELD] [OPTION...] [WORD...]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aulens top process.executable -ts now-7d/d           what ran most in a week",
            "  aulens top user.name --by event.action -sv no        who failed to do what",
            "  aulens top source.ip --kql 'event.category: authentication' --limit 50 --format csv",
            "",
            "--limit is 10 by default; --format is text, json or csv.",
            "Exit status: 0 found, 1 nothing found, 2 wrong usage or a fault."
        })
public final class TopCommand extends QuestionCommand {

    private static final int USUAL_LIMIT = 10;

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.TOP;
    }

    @Override
    protected boolean needsWords() {
        return true;
    }

    @Override
    protected int answer(SearchOptions options, Indices indices, Terminal terminal)
            throws IOException, WrongUsageException {
        new CountedFields(indices).check(options.fields());
        int limit = (int) Math.min(Integer.MAX_VALUE - 1, options.limit().orElse(USUAL_LIMIT));
        ValueCounts counts = new TopValues(indices).of(options.filter(), options.fields(), limit);
        if (counts.rows().isEmpty()) {
            return noMatches(terminal);
        }
        return print(terminal, out -> {
            switch (options.format()) {
                case JSON -> json(counts, options, out);
                case CSV -> csv(counts, options, out);
                default -> text(counts, options, terminal, out);
            }
        });
    }

    private static void text(ValueCounts counts, SearchOptions options, Terminal terminal, OutputStream out)
            throws IOException {
        CountTable table = new CountTable(terminal);
        List<String> fields =
                options.fields().stream().map(Escaping.TTY::escaped).toList();
        for (int i = 0; i < fields.size(); i++) {
            int field = i;
            table.texts(
                    fields.get(i),
                    counts.rows().stream().map(row -> row.values().get(field)).toList());
        }
        table.numbers(
                "events",
                counts.rows().stream()
                        .map(row -> CountTable.number(row.count()))
                        .toList());
        table.numbers(
                "share",
                counts.rows().stream()
                        .map(row -> String.format(Locale.ROOT, "%.1f%%", 100 * share(row, counts)))
                        .toList());
        table.bars(counts.rows().stream().map(ValueCounts.Row::count).toList());
        table.write(out);
        terminal.line(CountTable.number(counts.events()) + " events, " + CountTable.number(counts.withValues())
                + " with " + String.join(" and ", fields) + "; " + CountTable.number(counts.distinct())
                + (fields.size() == 1 ? " values" : " combinations"));
    }

    private static void csv(ValueCounts counts, SearchOptions options, OutputStream out) throws IOException {
        List<String> heading = new ArrayList<>(options.fields());
        heading.addAll(List.of("events", "share"));
        CsvWriter csv = new CsvWriter(options.escaping(), out);
        csv.row(heading);
        for (ValueCounts.Row row : counts.rows()) {
            List<String> line = new ArrayList<>(row.values());
            line.add(Long.toString(row.count()));
            line.add(String.format(Locale.ROOT, "%.6f", share(row, counts)));
            csv.row(line);
        }
    }

    private static void json(ValueCounts counts, SearchOptions options, OutputStream out) throws IOException {
        try (JsonGenerator json = AsciiJson.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("events", counts.events());
            json.writeNumberField("with_values", counts.withValues());
            json.writeNumberField("distinct", counts.distinct());
            json.writeArrayFieldStart("fields");
            for (String field : options.fields()) {
                json.writeString(field);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (ValueCounts.Row row : counts.rows()) {
                json.writeStartObject();
                json.writeArrayFieldStart("values");
                for (String value : row.values()) {
                    json.writeString(value);
                }
                json.writeEndArray();
                json.writeNumberField("events", row.count());
                json.writeNumberField("share", share(row, counts));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** Returns the part of all events that were found. */
    private static double share(ValueCounts.Row row, ValueCounts counts) {
        return (double) row.count() / counts.events();
    }
}
