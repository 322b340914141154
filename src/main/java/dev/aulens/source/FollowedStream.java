package dev.aulens.source;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that is read as it comes, such as the standard input of a plugin of auditd.
 *
 * <p>A thread of its own reads it, because only a read can tell that it has ended, and a read waits. It reads ahead by a
 * few blocks; then the writer has to wait.
 */
public final class FollowedStream implements Followed {

    private static final int BLOCK = 64 << 10;
    private static final int BLOCKS_AHEAD = 16;
    private static final byte[] END = new byte[0];

    private final InputStream stream;
    private final LineSink sink;
    private final LineReader reader = new LineReader(new Blocks());
    private final BlockingQueue<byte[]> ahead = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final Thread thread = new Thread(this::read, "reader of standard input");
    private final Logger log = LoggerFactory.getLogger(FollowedStream.class);
    private byte[] block = END;
    private int from;
    private boolean ended;
    private volatile @Nullable IOException fault;

    /** @param stream is read from now on, not closed */
    public FollowedStream(InputStream stream, Sinks sinks) {
        this.stream = stream;
        this.sink = sinks.of(0, 0);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean poll(long now) {
        try {
            boolean more = true;
            for (int i = 0; more && i < BLOCKS_AHEAD; i++) {
                more = reader.readMore(sink);
            }
            if (ended) {
                reader.finish(sink);
            }
            return !more;
        } catch (IOException e) {
            throw new IllegalStateException("what has been read is in memory", e);
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    /**
     * Checks how the stream has ended.
     *
     * @throws Failure if it could not be read to its end; what came before the fault has been handed on
     */
    public void requireWhole() {
        IOException cause = fault;
        if (ended && cause != null) {
            throw new Failure(
                    "cannot read standard input beyond byte " + reader.position() + ": " + FileFault.reason(cause)
                            + "; what came before is indexed",
                    cause);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void read() {
        try {
            readToTheEnd();
            ahead.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readToTheEnd() throws InterruptedException {
        byte[] buffer = new byte[BLOCK];
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                ahead.put(Arrays.copyOf(buffer, n));
            }
        } catch (IOException e) {
            fault = e;
            log.warn("standard input cannot be read any more: {}", FileFault.reason(e));
        }
    }

    /** What has been read ahead; for now at its end when there is nothing. */
    private final class Blocks extends InputStream {

        @Override
        public int read() {
            throw new UnsupportedOperationException("lines are read in blocks");
        }

        @Override
        public int read(byte[] buffer, int start, int length) {
            if (from == block.length) {
                byte[] next = ended ? null : ahead.poll();
                if (next == null || isEnd(next)) {
                    ended = ended || next != null;
                    return -1;
                }
                block = next;
                from = 0;
            }
            int n = Math.min(length, block.length - from);
            System.arraycopy(block, from, buffer, start, n);
            from += n;
            return n;
        }

        private boolean isEnd(byte @Nullable [] next) {
            return next != null && next.length == 0;
        }
    }
}
