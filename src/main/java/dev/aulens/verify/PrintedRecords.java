package dev.aulens.verify;

import dev.aulens.interpret.PrintedCopies;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.ReversibleUtf8;
import java.util.List;

/** Finds the raw records in documents that stand there for what {@code ausearch -i} printed of them. */
final class PrintedRecords {

    private final RecordParser parser;
    private final PrintedCopies copies = new PrintedCopies();

    /** @param parser of the logs' lines; it does not see those of documents */
    PrintedRecords(RecordParser parser) {
        this.parser = parser.anew();
    }

    /** Takes the raw record of a printed one out of a document's lines; tells whether there was one. */
    boolean takeOriginal(List<String> lines, AuditRecord printed) {
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = ReversibleUtf8.encode(lines.get(i));
            if (parser.parse(line, 0, line.length, AuditRecord.Origin.NONE) instanceof AuditRecord raw
                    && !raw.interpreted()
                    && copies.isCopy(printed, raw)) {
                lines.remove(i);
                return true;
            }
        }
        return false;
    }
}
