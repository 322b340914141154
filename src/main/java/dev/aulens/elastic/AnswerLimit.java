package dev.aulens.elastic;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.http.ContentTooLongException;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.IOControl;
import org.elasticsearch.client.HeapBufferedAsyncResponseConsumer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;

/**
 * The longest answer that is kept in memory. The client's own limit does not hold for answers whose length the server
 * does not say beforehand, and those of searches are such.
 *
 * @param bytes of the answer's body
 */
public record AnswerLimit(int bytes) {

    /** An answer is kept as bytes, then as what was read of it, while the next one arrives. */
    private static final int ANSWERS_IN_HEAP = 10;

    /** Returns the limit that suits the memory of this JVM. */
    public static AnswerLimit ofHeap() {
        return new AnswerLimit(
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / ANSWERS_IN_HEAP));
    }

    /** Has the answer to a request end as a fault, if it is longer. */
    public void applyTo(Request request) {
        RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
        options.setHttpAsyncResponseConsumerFactory(() -> new Consumer(bytes));
        request.setOptions(options);
    }

    /** Tells whether a fault means that an answer was longer than its limit. */
    public static boolean isExceeded(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentTooLongException) {
                return true;
            }
        }
        return false;
    }

    private static final class Consumer extends HeapBufferedAsyncResponseConsumer {

        private final int most;
        private long read;

        Consumer(int most) {
            super(most);
            this.most = most;
        }

        @Override
        protected void onContentReceived(ContentDecoder decoder, IOControl control) throws IOException {
            super.onContentReceived(
                    new ContentDecoder() {
                        @Override
                        public int read(ByteBuffer into) throws IOException {
                            int count = decoder.read(into);
                            read += Math.max(0, count);
                            if (read > most) {
                                throw new ContentTooLongException("an answer of more than " + most + " bytes");
                            }
                            return count;
                        }

                        @Override
                        public boolean isCompleted() {
                            return decoder.isCompleted();
                        }
                    },
                    control);
        }
    }
}
