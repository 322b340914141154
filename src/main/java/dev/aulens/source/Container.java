package dev.aulens.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;

/** How the lines stand in an input, told by its first bytes: by themselves, or in the entries of a journal. */
final class Container {

    private static final int LONGEST_MAGIC = 3;

    private Container() {}

    /**
     * Reads all lines.
     *
     * @param bytes decompressed; read to its end, not closed
     * @throws IOException if the input cannot be read; lines before the fault have been handed on
     */
    static void read(InputStream bytes, LineSink sink) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, LONGEST_MAGIC);
        byte[] first = start.readNBytes(LONGEST_MAGIC);
        start.unread(first);
        if (isExport(first)) {
            new JournalExport(start).forEachLine(sink);
        } else if (isJson(first)) {
            readJson(start, sink);
        } else {
            new LineReader(start).forEachLine(sink);
        }
    }

    private static void readJson(InputStream bytes, LineSink sink) throws IOException {
        try {
            new LineReader(bytes).forEachLine(new JournalJson(sink));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** An export begins with one of the addresses of its first entry: {@code __CURSOR=}, {@code __REALTIME_TIMESTAMP=}. */
    private static boolean isExport(byte[] first) {
        return first.length == LONGEST_MAGIC
                && first[0] == '_'
                && first[1] == '_'
                && first[2] >= 'A'
                && first[2] <= 'Z';
    }

    private static boolean isJson(byte[] first) {
        return first.length > 1 && (first[0] == '{' || (first[0] == 0x1E && first[1] == '{'));
    }
}
