package dev.aulens.bench.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.aulens.bench.log.LogEvents;
import dev.aulens.bench.log.PlainLog;
import dev.aulens.bench.stage.Stage;
import dev.aulens.document.EventDocument;
import dev.aulens.index.BulkSettings;
import dev.aulens.index.IndexNames;
import dev.aulens.index.Partition;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bulk requests that {@code aulens index} would send for a log, rendered beforehand.
 *
 * @param file with the bodies one after another
 * @param bodies where each is
 * @param documents in all of them
 * @param bytes of JSON of all documents
 */
record BulkFile(Path file, List<Body> bodies, long documents, long bytes) {

    private static final int BUFFER = 1 << 20;

    /** One request's body. */
    record Body(long offset, int length) {}

    /** Renders a log's documents. */
    static BulkFile render(Path log, String prefix, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            Writing writing = new Writing(prefix, out);
            new LogEvents(Stage.documents(writing::add)).read(PlainLog.input(log));
            writing.endBody();
            return new BulkFile(file, List.copyOf(writing.bodies), writing.documents, writing.bytes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads a body. */
    static byte[] read(FileChannel channel, Body body) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(body.length());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, body.offset() + buffer.position()) < 0) {
                throw new IOException("the file of bulk requests has become shorter");
            }
        }
        return buffer.array();
    }

    private static final class Writing {

        private final IndexNames names;
        private final OutputStream out;
        private final List<Body> bodies = new ArrayList<>();
        private long offset;
        private int length;
        private int inBody;
        private long documents;
        private long bytes;

        Writing(String prefix, OutputStream out) {
            this.names = new IndexNames(prefix, Partition.MONTH);
            this.out = out;
        }

        void add(EventDocument document) {
            String id = new String(JsonStringEncoder.getInstance().quoteAsString(document.id()));
            write("{\"create\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n"
                    .formatted(names.of(document.millis()), id)
                    .getBytes(UTF_8));
            write(document.json());
            write(new byte[] {'\n'});
            documents++;
            bytes += document.json().length;
            inBody++;
            if (inBody == BulkSettings.DEFAULT.documents() || length >= BulkSettings.DEFAULT.bytes()) {
                endBody();
            }
        }

        void endBody() {
            if (length > 0) {
                bodies.add(new Body(offset, length));
            }
            offset += length;
            length = 0;
            inBody = 0;
        }

        private void write(byte[] more) {
            try {
                out.write(more);
                length += more.length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
