package dev.aulens.cli.search;

import dev.aulens.cli.terminal.Style;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.CsvColumns;
import dev.aulens.render.EventRenderer;
import dev.aulens.render.OutputFormat;
import dev.aulens.render.TableRenderer;
import dev.aulens.search.DocumentDecoder;
import dev.aulens.search.EventDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.Hit;
import dev.aulens.search.HitSink;
import dev.aulens.search.SearchOutcome;
import dev.aulens.search.SearchRequest;
import dev.aulens.search.ValuesDecoder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Prints hits in the format that was asked for, each as soon as it is there. */
final class HitOutput {

    private final SearchOptions options;
    private final List<TableColumn> columns;
    private final Terminal terminal;
    private final OutputStream out;
    private final boolean flushEach;

    /**
     * @param columns of a table
     * @param terminal for its width and the locale's dates
     * @param out is flushed after each hit if the options ask for it, not closed
     */
    HitOutput(SearchOptions options, List<TableColumn> columns, Terminal terminal, OutputStream out) {
        this.options = options;
        this.columns = List.copyOf(columns);
        this.terminal = terminal;
        this.out = out;
        this.flushEach = options.has(SearchOption.LINE_BUFFERED);
    }

    /**
     * Prints all that the search finds.
     *
     * @return how many hits there were, and the last of them
     * @throws IOException if the output takes no more
     */
    SearchOutcome print(EventSearch search, SearchRequest request) throws IOException {
        ZoneId zone = ZoneId.systemDefault();
        return switch (options.format()) {
            case JSON -> search.stream(request, new DocumentDecoder(), this::document);
            case TABLE -> table(search, request, zone);
            default -> events(search, request, zone);
        };
    }

    private SearchOutcome events(EventSearch search, SearchRequest request, ZoneId zone) throws IOException {
        EventRenderer renderer = renderer(zone);
        EventDecoder decoder = new EventDecoder(new RecordParser(RecordTypes.load(), zone));
        Rendering rendering = new Rendering(renderer);
        SearchOutcome found = search.stream(request, decoder, rendering);
        if (found.hits() > 0) {
            renderer.end(out);
        }
        return found;
    }

    private SearchOutcome table(EventSearch search, SearchRequest request, ZoneId zone) throws IOException {
        TableRenderer table = new TableRenderer(
                columns.stream().map(TableColumn::heading).toList(),
                terminal.outIsTerminal() ? terminal.width() : 0,
                options.escaping(),
                heading -> terminal.colour() ? Style.HEADING.apply(heading) : heading);
        ValuesDecoder decoder =
                new ValuesDecoder(columns.stream().map(TableColumn::field).toList());
        SearchOutcome found = search.stream(request, decoder, values -> {
            List<String> shown = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                shown.add(columns.get(i).shown(values.get(i), zone));
            }
            table.row(shown, out);
            return flushed();
        });
        table.end(out);
        return found;
    }

    private boolean document(byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
        return flushed();
    }

    private boolean flushed() throws IOException {
        if (flushEach) {
            out.flush();
        }
        return true;
    }

    private EventRenderer renderer(ZoneId zone) {
        CsvColumns columns = new CsvColumns(
                options.has(SearchOption.EXTRA_KEYS),
                options.has(SearchOption.EXTRA_LABELS),
                options.has(SearchOption.EXTRA_TIME),
                options.has(SearchOption.EXTRA_OBJ2));
        return options.format()
                .renderer(new OutputFormat.Settings(
                        Interpreter.load(options.edition()),
                        zone,
                        DateFormat.of(terminal.environment()),
                        options.escaping(),
                        columns));
    }

    /** Writes events. */
    private final class Rendering implements HitSink<Hit> {

        private final EventRenderer renderer;
        private boolean begun;

        Rendering(EventRenderer renderer) {
            this.renderer = renderer;
        }

        @Override
        public boolean accept(Hit hit) throws IOException {
            if (!begun) {
                renderer.begin(out);
                begun = true;
            }
            renderer.render(hit.event(), hit.names(), out);
            return flushed();
        }
    }
}
