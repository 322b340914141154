package dev.aulens.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** How an input is compressed, told by its first bytes, never by its name. */
enum Compression {
    NONE("") {
        @Override
        InputStream decompress(InputStream input) {
            return input;
        }
    },
    /** RFC 1952; several members one after another count as one. */
    GZIP("\u001f\u008b") {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            return new GZIPInputStream(input, BUFFER);
        }
    };

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_MAGIC = 6;

    private final String magic;

    Compression(String magic) {
        this.magic = magic;
    }

    abstract InputStream decompress(InputStream input) throws IOException;

    /** Returns the input decompressed, whatever it is compressed with. */
    static InputStream open(InputStream input) throws IOException {
        PushbackInputStream start = new PushbackInputStream(input, LONGEST_MAGIC);
        byte[] first = start.readNBytes(LONGEST_MAGIC);
        start.unread(first);
        for (Compression compression : values()) {
            if (compression != NONE && compression.begins(first)) {
                return compression.decompress(start);
            }
        }
        return start;
    }

    private boolean begins(byte[] first) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= first.length || (first[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
