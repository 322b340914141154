package dev.aulens.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a dead-letter file letter by letter, while somebody may still write to it. */
final class DeadLetterReader implements AutoCloseable {

    /** The fields of a letter, each of which may be the first where another program has written the file anew. */
    private static final Set<String> FIELDS = Set.of("file", "line", "offset", "part", "document", "reason", "bytes");

    private static final int LONGEST_BEGINNING = 256;

    private final JsonFactory factory = new JsonFactory();
    private final FileChannel file;
    private final InputStream input;
    private long done;

    /** @throws IOException if the file cannot be opened */
    DeadLetterReader(Path file) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ);
        this.input = new BufferedInputStream(Channels.newInputStream(this.file));
    }

    /** Returns whether the file begins as a dead letter does: it is a JSON object with one of a letter's fields first. */
    boolean beginsWithLetter() throws IOException {
        ByteBuffer first = ByteBuffer.allocate(LONGEST_BEGINNING);
        int length = Math.max(0, file.read(first, 0));
        try (JsonParser json = factory.createParser(first.array(), 0, length)) {
            return json.nextToken() == JsonToken.START_OBJECT
                    && json.nextToken() == JsonToken.FIELD_NAME
                    && FIELDS.contains(json.currentName());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * Returns the next letter without its line end; null if there is no complete one. The last one may lack its line
     * end, as after a full disk.
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = input.read(); b >= 0; b = input.read()) {
            if (b == '\n') {
                done += line.size() + 1;
                return line.toByteArray();
            }
            line.write(b);
        }
        byte[] last = line.toByteArray();
        if (!isWhole(last)) {
            return null;
        }
        done += last.length;
        return last;
    }

    /** Returns whether a letter that lacks its line end lacks nothing else: somebody may be writing it just now. */
    private boolean isWhole(byte[] letter) throws IOException {
        try (JsonParser json = factory.createParser(letter)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            json.skipChildren();
            return json.currentToken() == JsonToken.END_OBJECT;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Tells whether something stands behind the letters that were read, or copied, until now. */
    boolean hasRest() throws IOException {
        return file.size() > done;
    }

    /** Copies what stands there. */
    void copyRest(OutputStream target) throws IOException {
        file.position(done);
        done += Channels.newInputStream(file).transferTo(target);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
