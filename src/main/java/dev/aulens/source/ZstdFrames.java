package dev.aulens.source;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Zstandard frames one after another (RFC 8878), decompressed.
 *
 * <p>The stream class of zstd-jni takes a frame that is cut off for whole if one that is whole ended in the same
 * buffer; this one knows after each call whether a frame is open. A call that fails keeps what it has decompressed
 * until then to itself, so each gets one part of a frame: all blocks before a fault are handed on, one more than
 * {@code zstd -dc} prints where its own call fails. Behind a block that zstd finds damaged it gives nothing of the same
 * frame; whether it finds it (Data corruption detected) or goes on with other bytes until the checksum does depends on
 * the damage and on zstd's version. A window may have 128 MiB, outside the heap, which is zstd's own limit and what
 * {@code zstd --long} asks for.
 */
final class ZstdFrames extends BlockStream {

    private static final int LARGEST_BLOCK = 128 << 10; // ZSTD_BLOCKSIZE_MAX

    private final InputStream frames;
    private final ZstdParts parts;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer compressed =
            ByteBuffer.allocateDirect(ZstdParts.LONGEST).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(LARGEST_BLOCK).limit(0);
    private boolean betweenFrames = true;

    ZstdFrames(InputStream frames) {
        this.frames = frames;
        this.parts = new ZstdParts(frames);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        while (!plain.hasRemaining()) {
            boolean held = !betweenFrames && plain.limit() == plain.capacity();
            boolean more = held || compressed.hasRemaining() || fill();
            if (!more) {
                if (betweenFrames) {
                    return -1;
                }
                throw new EOFException("a frame is cut off");
            }
            plain.clear();
            try {
                betweenFrames = context.decompressDirectByteBufferStream(plain, compressed);
            } finally {
                plain.flip();
            }
        }
        int read = Math.min(length, plain.remaining());
        plain.get(buffer, from, read);
        return read;
    }

    private boolean fill() throws IOException {
        int read = parts.read();
        compressed.clear().put(parts.bytes(), 0, read).flip();
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        context.close();
        frames.close();
    }
}
