package dev.aulens.index;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads a dead-letter file letter by letter, while somebody may still write to it. */
final class DeadLetterReader implements AutoCloseable {

    private final FileChannel file;
    private final InputStream input;
    private long done;

    /** @throws IOException if the file cannot be opened */
    DeadLetterReader(Path file) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ);
        this.input = new BufferedInputStream(Channels.newInputStream(this.file));
    }

    /** Returns the next letter without its line end; null if there is no complete one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        for (int b = input.read(); b >= 0; b = input.read()) {
            if (b == '\n') {
                done += letter.size() + 1;
                return letter.toByteArray();
            }
            letter.write(b);
        }
        return null;
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
