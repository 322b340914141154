package dev.aulens.cli;

import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.CsvColumns;
import dev.aulens.render.EventRenderer;
import dev.aulens.render.OutputFormat;
import dev.aulens.search.DocumentDecoder;
import dev.aulens.search.EventDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.Hit;
import dev.aulens.search.HitSink;
import dev.aulens.search.SearchOutcome;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Map;

/** Prints hits in the format that was asked for, each as soon as it is there. */
final class HitOutput {

    private final SearchOptions options;
    private final Map<String, String> environment;
    private final OutputStream out;
    private final boolean flushEach;

    /**
     * @param environment for the locale's dates
     * @param out is flushed after each hit if the options ask for it, not closed
     */
    HitOutput(SearchOptions options, Map<String, String> environment, OutputStream out) {
        this.options = options;
        this.environment = environment;
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
        if (options.format() == OutputFormat.JSON) {
            return search.stream(request, new DocumentDecoder(), this::document);
        }
        ZoneId zone = ZoneId.systemDefault();
        EventRenderer renderer = renderer(zone);
        EventDecoder decoder = new EventDecoder(new RecordParser(RecordTypes.load(), zone));
        Rendering rendering = new Rendering(renderer);
        SearchOutcome found = search.stream(request, decoder, rendering);
        if (found.hits() > 0) {
            renderer.end(out);
        }
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
                        DateFormat.of(environment),
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
