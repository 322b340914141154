package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.ParsedLine;
import dev.aulens.record.RecordParser;
import dev.aulens.source.LineSink;

/**
 * The way from lines to records: each line is parsed, counted as what it is, and handed on, a record to the assembler
 * of its events and anything else to {@link LinesWithoutRecord}. Not for use by several threads at once.
 */
public final class RecordReader {

    private final RecordParser parser;
    private final LinesWithoutRecord rest;
    private long lines;
    private long records;
    private long blank;
    private long separators;
    private long others;
    private long malformed;
    private long bytes;

    /** @param rest takes the lines that are neither records, nor blank, nor separators */
    public RecordReader(RecordParser parser, LinesWithoutRecord rest) {
        this.parser = parser;
        this.rest = rest;
    }

    /** Returns what takes the lines of an input from its beginning. */
    public Lines lines(EventAssembler assembler, String source) {
        return lines(assembler, source, 0, 0);
    }

    /**
     * Returns what takes the lines of an input.
     *
     * @param assembler takes the records
     * @param source the input's name
     * @param file see {@link AuditRecord.Origin}
     * @param offset where the first line begins
     */
    public Lines lines(EventAssembler assembler, String source, int file, long offset) {
        return new Lines(assembler, source, file, offset);
    }

    /** Returns what the lines of all inputs were until now. */
    public LineCounts counts() {
        return new LineCounts(lines, records, blank, separators, others, malformed, bytes);
    }

    /** The lines of one input. */
    public final class Lines implements LineSink {

        private final EventAssembler assembler;
        private final String source;
        private final int file;
        private final boolean fromStart;
        private long number;
        private long reached;

        private Lines(EventAssembler assembler, String source, int file, long offset) {
            this.assembler = assembler;
            this.source = source;
            this.file = file;
            this.fromStart = offset == 0;
            this.reached = offset;
            assembler.beginInput();
        }

        /** Returns the offset behind the last line. */
        public long reached() {
            return reached;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            count(offset + (to - from) + 1);
            ParsedLine parsed = parser.parse(buffer, from, to, new AuditRecord.Origin(source, file, offset));
            if (parsed instanceof AuditRecord record) {
                records++;
                assembler.accept(record);
            } else if (parsed instanceof ParsedLine.Blank) {
                blank++;
            } else if (parsed instanceof ParsedLine.Separator) {
                separators++;
                assembler.separator();
            } else if (parsed instanceof ParsedLine.OtherProgram) {
                others++;
                rest.ofOtherProgram(buffer, from, to);
            } else if (parsed instanceof ParsedLine.Malformed unread) {
                malformed++;
                rest.malformed(source, lineNumber(), offset, unread.reason(), buffer, from, to);
            }
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            long end = offset + (to - from) + (last ? 1 : 0);
            if (part == 1) {
                count(end);
                malformed++;
            } else {
                reach(end);
            }
            rest.overlong(source, lineNumber(), offset, part, buffer, from, to);
        }

        @Override
        public void otherEntry(long offset, long length) {
            count(offset + length);
            others++;
        }

        private long lineNumber() {
            return fromStart ? number : 0;
        }

        private void count(long end) {
            lines++;
            number++;
            reach(end);
        }

        private void reach(long end) {
            bytes += end - reached;
            reached = end;
        }
    }
}
