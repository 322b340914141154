package dev.aulens.elastic;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.entity.HttpAsyncContentProducer;

/**
 * The body of a large request. The client hands other bodies to the connection in pieces of 4 KB, each a system call;
 * {@link org.apache.http.nio.entity.NByteArrayEntity} hands over all that is left each time, and the JVM copies it out of
 * the heap before it knows how much the connection takes.
 */
public final class BytesEntity extends ByteArrayEntity implements HttpAsyncContentProducer {

    private static final int PIECE = 256 << 10;

    private final ByteBuffer left;

    /**
     * @param bytes must stay as they are until the answer is there
     * @param length of the body, from the first byte on
     */
    public BytesEntity(byte[] bytes, int length, ContentType type) {
        super(bytes, 0, length, type);
        this.left = ByteBuffer.wrap(bytes, 0, length);
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
        int end = left.limit();
        boolean taken = true;
        while (taken && left.position() < end) {
            left.limit(Math.min(end, left.position() + PIECE));
            encoder.write(left);
            taken = !left.hasRemaining();
            left.limit(end);
        }
        if (!left.hasRemaining()) {
            encoder.complete();
        }
    }

    /** Begins again, for a request that is repeated. */
    @Override
    public void close() {
        left.rewind();
    }
}
