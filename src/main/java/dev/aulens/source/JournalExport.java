package dev.aulens.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the Journal Export Format, {@code journalctl -o export} (systemd.io/JOURNAL_EXPORT_FORMATS).
 *
 * <pre>
 *   entry = { field } LF
 *   field = name "=" text LF  |  name LF length(64 bits, little endian) bytes LF
 * </pre>
 */
final class JournalExport {

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_NAME = 64; // journald's own limit
    private static final long LONGEST_FIELD = 1L << 40;

    private final InputStream bytes;
    private final JournalEntry entry = new JournalEntry();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long offset;

    /** @param bytes is read to its end, not closed */
    JournalExport(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes, BUFFER);
    }

    /**
     * Reads all entries and hands on the records in them.
     *
     * @throws IOException if the input cannot be read, ends within a field, or is no such format
     */
    void forEachLine(LineSink sink) throws IOException {
        JournalLines lines = new JournalLines(sink);
        long start = 0;
        int first = next();
        while (first >= 0) {
            if (first != '\n') {
                field(first);
            } else if (!entry.isEmpty()) {
                lines.entry(entry, start, offset - start);
                entry.clear();
            }
            if (entry.isEmpty()) {
                start = offset;
            }
            first = next();
        }
        if (!entry.isEmpty()) {
            lines.entry(entry, start, offset - start);
        }
    }

    private void field(int first) throws IOException {
        text.reset();
        int b = first;
        while (b != '=' && b != '\n' && b >= 0) {
            text.write(b);
            if (text.size() > LONGEST_NAME) {
                throw new IOException("the journal export has no field name at byte " + offset);
            }
            b = next();
        }
        String name = text.toString(US_ASCII);
        entry.put(name, b == '=' ? untilLineFeed() : binary(JournalEntry.uses(name)));
    }

    private byte[] untilLineFeed() throws IOException {
        text.reset();
        for (int b = next(); b != '\n'; b = next()) {
            if (b < 0) {
                throw cutOff();
            }
            if (text.size() < LineReader.LONGEST_LINE) {
                text.write(b);
            }
        }
        return text.toByteArray();
    }

    private byte[] binary(boolean used) throws IOException {
        long length = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            length |= (long) byteOfField() << (8 * i);
        }
        if (length < 0 || length > LONGEST_FIELD) {
            throw new IOException("the journal export has a field of impossible length at byte " + offset);
        }
        int kept = used ? (int) Math.min(length, LineReader.LONGEST_LINE) : 0;
        byte[] value = bytes.readNBytes(kept);
        offset += value.length;
        for (long skipped = value.length; skipped < length; skipped++) {
            byteOfField();
        }
        if (value.length < kept || byteOfField() != '\n') {
            throw new IOException("the journal export has a field without end at byte " + offset);
        }
        return value;
    }

    private int byteOfField() throws IOException {
        int b = next();
        if (b < 0) {
            throw cutOff();
        }
        return b;
    }

    private int next() throws IOException {
        int b = bytes.read();
        offset += b < 0 ? 0 : 1;
        return b;
    }

    private EOFException cutOff() {
        return new EOFException("the journal export is cut off at byte " + offset);
    }
}
