package dev.aulens.document;

import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.source.LineSink;
import dev.aulens.source.LogInput;
import java.io.IOException;
import java.time.ZoneOffset;

/** A program that makes the documents of standard input, keeps none and prints how many there were. */
final class CountedInput implements LineSink {

    private final DocumentWriter writer = new DocumentWriter();
    private final RecordParser parser = new RecordParser(RecordTypes.load(), ZoneOffset.UTC);
    private final EventAssembler assembler = new EventAssembler(this::count);
    private long lines;
    private long records;
    private long documents;

    private CountedInput() {}

    /** Prints lines, records and documents of standard input. */
    public static void main(String[] arguments) throws IOException {
        CountedInput counted = new CountedInput();
        LogInput.stream(System.in).forEachLine(counted, bytes -> {});
        counted.assembler.flush();
        System.out.println(counted.lines + " " + counted.records + " " + counted.documents);
    }

    private void count(AuditEvent event) {
        if (writer.write(event).json().length > 0) {
            documents++;
        }
    }

    @Override
    public void line(byte[] buffer, int from, int to, long offset) {
        lines++;
        if (parser.parse(buffer, from, to, AuditRecord.Origin.NONE) instanceof AuditRecord record) {
            records++;
            assembler.accept(record);
        }
    }

    @Override
    public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
        lines += part == 1 ? 1 : 0;
    }

    @Override
    public void otherEntry(long offset, long length) {
        lines++;
    }
}
