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
 *
 * A field that a record is made of, and that is longer than {@link LineReader#LONGEST_LINE}, is handed on in parts as an
 * overlong line in place of its entry.
 */
final class JournalExport {

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_NAME = 64; // journald's own limit
    private static final long LONGEST_FIELD = 1L << 40;

    private final InputStream bytes;
    private final JournalEntry entry = new JournalEntry();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long offset;
    private int parts;
    private boolean overlong;

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
                field(first, sink);
            } else if (!entry.isEmpty()) {
                endOfEntry(lines, start);
            }
            if (entry.isEmpty()) {
                start = offset;
            }
            first = next();
        }
        if (!entry.isEmpty()) {
            endOfEntry(lines, start);
        }
    }

    private void endOfEntry(JournalLines lines, long start) throws IOException {
        if (!overlong) {
            lines.entry(entry, start, offset - start);
        }
        entry.clear();
        overlong = false;
    }

    private void field(int first, LineSink sink) throws IOException {
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
        parts = 0;
        boolean used = JournalEntry.uses(name);
        byte[] value = b == '=' ? untilLineFeed(used, sink) : binary(used, sink);
        entry.put(name, parts == 0 ? value : new byte[0]);
    }

    /** @param used whether the value is of any use; if not, it is passed over */
    private byte[] untilLineFeed(boolean used, LineSink sink) throws IOException {
        text.reset();
        for (int b = byteOfField(); b != '\n'; b = byteOfField()) {
            if (used && text.size() == LineReader.LONGEST_LINE) {
                handOn(text.toByteArray(), offset - 1, false, sink);
                text.reset();
            }
            if (used) {
                text.write(b);
            }
        }
        byte[] value = text.toByteArray();
        if (parts > 0) {
            handOn(value, offset - 1, true, sink);
        }
        return value;
    }

    /** @param used as above */
    private byte[] binary(boolean used, LineSink sink) throws IOException {
        long length = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            length |= (long) byteOfField() << (8 * i);
        }
        if (length < 0 || length > LONGEST_FIELD) {
            throw new IOException("the journal export has a field of impossible length at byte " + offset);
        }
        long left = length;
        for (; used && left > LineReader.LONGEST_LINE; left -= LineReader.LONGEST_LINE) {
            handOn(valueOf(LineReader.LONGEST_LINE), offset, false, sink);
        }
        for (; !used && left > 0; left--) {
            int unused = byteOfField();
        }
        byte[] value = valueOf((int) left);
        if (parts > 0) {
            handOn(value, offset, true, sink);
        }
        if (byteOfField() != '\n') {
            throw withoutEnd();
        }
        return value;
    }

    private byte[] valueOf(int length) throws IOException {
        byte[] value = bytes.readNBytes(length);
        offset += value.length;
        if (value.length < length) {
            throw withoutEnd();
        }
        return value;
    }

    /** @param end where the part of the value ends */
    private void handOn(byte[] part, long end, boolean last, LineSink sink) {
        overlong = true;
        sink.partOfOverlongLine(part, 0, part.length, end - part.length, ++parts, last);
    }

    private IOException withoutEnd() {
        return new IOException("the journal export has a field without end at byte " + offset);
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
