package dev.aulens.source;

import dev.aulens.ByteBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream of bytes into lines at LF, in one buffer that is reused.
 *
 * <p>The buffer grows up to the longest line that is accepted; a longer one is handed on in parts, so that no input
 * needs unbounded memory. The last line counts with or without its LF; bytes are not looked at otherwise.
 */
public final class LineReader {

    /** The longest line that is taken whole. The kernel writes 8,970 bytes at most, relays and EXECVE some megabytes. */
    public static final int LONGEST_LINE = 4 << 20;

    private static final int FIRST_BUFFER = 128 << 10;

    private final InputStream input;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;
    private long offset;
    private long startOfLine;
    private int searched;
    private int part;

    /** @param input is read to its end, not closed */
    public LineReader(InputStream input) {
        this(input, 0);
    }

    /**
     * @param input is read to its end, not closed
     * @param offset where the input stands: at the beginning of a line
     */
    public LineReader(InputStream input, long offset) {
        this.input = input;
        this.offset = offset;
        this.startOfLine = offset;
    }

    /**
     * Reads all lines.
     *
     * @throws IOException if the input cannot be read; lines before the fault have been handed on
     */
    public void forEachLine(LineSink sink) throws IOException {
        boolean more = true;
        while (more) {
            more = readMore(sink);
        }
        finish(sink);
    }

    /**
     * Reads once from the input and hands on the lines that are complete now.
     *
     * @return false if the input had nothing; a later call reads on, if the input may grow
     * @throws IOException if the input cannot be read; lines before the fault have been handed on
     */
    public boolean readMore(LineSink sink) throws IOException {
        if (!fill()) {
            return false;
        }
        searched = lines(sink, Math.max(start, searched));
        return true;
    }

    /** Hands on the last line if it lacks its end: nothing will follow. */
    public void finish(LineSink sink) {
        if (hasUnendedLine()) {
            endOfLine(sink, end);
            start = end;
        }
    }

    /** Tells whether a line has begun whose end has not been read. */
    public boolean hasUnendedLine() {
        return start < end || part > 0;
    }

    /** Returns where the first line begins that has not been handed on whole. */
    public long position() {
        return startOfLine;
    }

    /** Hands on the complete lines of the buffer; returns how far it has been searched. */
    private int lines(LineSink sink, int from) {
        for (int feed = lineFeed(from, end); feed < end; feed = lineFeed(start, end)) {
            endOfLine(sink, feed);
            offset++;
            startOfLine = offset;
            start = feed + 1;
        }
        if (end - start >= LONGEST_LINE) {
            sink.partOfOverlongLine(buffer, start, end, offset, ++part, false);
            offset += end - start;
            start = end;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        return end;
    }

    private int lineFeed(int from, int to) {
        return ByteBlocks.indexOf(buffer, (byte) '\n', from, to);
    }

    private void endOfLine(LineSink sink, int to) {
        if (part > 0) {
            sink.partOfOverlongLine(buffer, start, to, offset, part + 1, true);
            part = 0;
        } else {
            sink.line(buffer, start, to, offset);
        }
        offset += to - start;
        startOfLine = offset;
    }

    private boolean fill() throws IOException {
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST_LINE));
        }
        int read = input.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }
}
