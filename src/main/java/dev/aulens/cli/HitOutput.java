package dev.aulens.cli;

import dev.aulens.query.options.OutputFormat;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.search.DocumentDecoder;
import dev.aulens.search.EventDecoder;
import dev.aulens.search.EventSearch;
import dev.aulens.search.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;

/** How hits get to the reader. */
interface HitOutput {

    /** Searches, prints, and returns how many there were. */
    long run(EventSearch search, SearchRequest request) throws IOException;

    /** Returns the output that the options ask for. */
    static HitOutput of(SearchOptions options, RecordParser parser, OutputStream out) {
        if (options.format() == OutputFormat.JSON) {
            return (search, request) -> search.stream(request, new DocumentDecoder(), document -> {
                out.write(document);
                out.write('\n');
                return true;
            });
        }
        return (search, request) -> search.stream(request, new EventDecoder(parser), hit -> {
            for (AuditRecord record : hit.event().records()) {
                out.write(record.line());
                out.write('\n');
            }
            return true;
        });
    }
}
