package dev.aulens.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * How an input is compressed, told by its first bytes, never by its name.
 *
 * <p>Several compressed pieces one after another (members, streams, frames) count as one input: that is what
 * {@code cat a.gz b.gz} and parallel compressors make.
 */
enum Compression {
    NONE("", "") {
        @Override
        InputStream decompress(InputStream input) {
            return input;
        }
    },
    /** RFC 1952. The JDK's own reader takes the end of a pipe's buffer for the end of the last member. */
    GZIP("gzip", "\u001f\u008b") {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(input)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    BZIP2("bzip2", "BZh") {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            return new BZip2CompressorInputStream(input, true);
        }
    },
    /** The dictionary is in the heap: what {@code xz -9} makes must fit, and no more than that. */
    XZ("xz", "\u00fd7zXZ\0") {
        @Override
        InputStream decompress(InputStream input) throws IOException {
            long halfTheHeap = Runtime.getRuntime().maxMemory() / 2 / 1024;
            return new XZInputStream(input, (int) Math.min(MOST_XZ_KIBIBYTES, halfTheHeap));
        }
    },
    /** RFC 8878; parallel compressors begin with a frame to be skipped. */
    ZSTD("zstd", "(\u00b5/\u00fd") {
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

    Compression(String title, String magic) {
        this.title = title;
        this.magic = magic;
    }

    abstract InputStream decompress(InputStream input) throws IOException;

    /**
     * Returns the input decompressed, whatever it is compressed with. A fault of the compressed data is an IOException
     * that says so, thrown when everything before it has been read.
     */
    static InputStream open(InputStream input) throws IOException {
        PushbackInputStream start = new PushbackInputStream(input, LONGEST_MAGIC);
        byte[] first = start.readNBytes(LONGEST_MAGIC);
        start.unread(first);
        for (Compression compression : values()) {
            if (compression != NONE && compression.begins(first)) {
                return new Decompressed(compression.title, () -> compression.decompress(start));
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
