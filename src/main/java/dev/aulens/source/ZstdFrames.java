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
 * buffer; this one knows after each call whether a frame is open. A window may have 128 MiB, outside the heap, which is
 * zstd's own limit and what {@code zstd --long} asks for.
 */
final class ZstdFrames extends BlockStream {

    private static final int BUFFER = 128 << 10; // ZSTD_BLOCKSIZE_MAX

    private final InputStream frames;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final byte[] chunk = new byte[BUFFER];
    private final ByteBuffer compressed = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private boolean betweenFrames = true;

    ZstdFrames(InputStream frames) {
        this.frames = frames;
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
        int read = frames.read(chunk, 0, chunk.length);
        if (read > 0) {
            compressed.clear().put(chunk, 0, read).flip();
        }
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        context.close();
        frames.close();
    }
}
