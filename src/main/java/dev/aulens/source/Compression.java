package dev.aulens.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * How an input is compressed, told by its first bytes, never by its name.
 *
 * <p>Several compressed pieces one after another (members, streams, frames) count as one input: that is what
 * {@code cat a.gz b.gz} and parallel compressors make.
 */
enum Compression {
    NONE("", "", Decompressed.ALL) {
        @Override
        InputStream decompress(InputStream input) {
            return input;
        }
    },
    /** RFC 1952. */
    GZIP("gzip", "\u001f\u008b", Decompressed.ALL) {
        @Override
        InputStream decompress(InputStream input) {
            return new GzipMembers(input);
        }
    },
    /** Its reader takes byte after byte itself, and throws away those before a fault. */
    BZIP2("bzip2", "BZh", 1) {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            return new BZip2CompressorInputStream(input, true);
        }
    },
    /**
     * The dictionary is in the heap: what {@code xz -9} makes must fit, and no more than that. A fault takes what was
     * asked for with it, so little is asked for at once; asking for single bytes would take several times as long.
     */
    XZ("xz", "\u00fd7zXZ\0", 512) {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            long halfTheHeap = Runtime.getRuntime().maxMemory() / 2 / 1024;
            return new XZInputStream(input, (int) Math.min(MOST_XZ_KIBIBYTES, halfTheHeap));
        }
    },
    /** RFC 8878; parallel compressors begin with a frame to be skipped. */
    ZSTD("zstd", "(\u00b5/\u00fd", Decompressed.ALL) {
        @Override
        boolean begins(byte[] first) {
            return isSkippable(first) || super.begins(first);
        }

        @Override
        InputStream decompress(InputStream input) {
            return new ZstdFrames(input);
        }
    };

    private static final int MOST_XZ_KIBIBYTES = 66 << 10;
    private static final int LONGEST_MAGIC = 6;

    private final String title;
    private final String magic;
    private final int piece;

    /** @param piece how many bytes the decompressor is asked for at once, at most */
    Compression(String title, String magic, int piece) {
        this.title = title;
        this.magic = magic;
        this.piece = piece;
    }

    abstract InputStream decompress(InputStream input) throws IOException;

    /**
     * Returns the input decompressed, whatever it is compressed with. A fault of the compressed data is an IOException
     * that says so, thrown when everything before it has been read: of gzip and bzip2 to the last byte, of zstd to the
     * last whole block; of xz some hundred bytes may be missing.
     */
    static InputStream open(InputStream input) throws IOException {
        PushbackInputStream start = new PushbackInputStream(input, LONGEST_MAGIC);
        byte[] first = start.readNBytes(LONGEST_MAGIC);
        start.unread(first);
        for (Compression compression : values()) {
            if (compression != NONE && compression.begins(first)) {
                return new Decompressed(compression.title, compression.piece, () -> compression.decompress(start));
            }
        }
        return start;
    }

    private static boolean isSkippable(byte[] first) {
        boolean anyOfSixteen = first.length > 3 && (first[0] & 0xF0) == 0x50;
        return anyOfSixteen && first[1] == 0x2A && first[2] == 0x4D && first[3] == 0x18;
    }

    boolean begins(byte[] first) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= first.length || (first[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
