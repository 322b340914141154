package dev.aulens.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import dev.aulens.event.LinesWithoutRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what cannot be indexed, so that it is not lost: one JSON object a line (NDJSON) with the input, the place in
 * it, the reason, and the bytes in base64 (RFC 4648, section 4).
 *
 * <p>The file is made with the first letter, appended to if it exists, and readable by its owner alone, even if it was
 * not before: a log is confidential. The parts of an overlong line are letters one after another with {@code part} counted from 1.
 * {@link DeadLetterReplay} may replace the file meanwhile: letters then go to the new one.
 */
public final class DeadLetters implements LinesWithoutRecord, AutoCloseable {

    private final Path path;
    private @Nullable FileChannel file;
    private @Nullable JsonGenerator json;
    private @Nullable Object identity;
    private volatile boolean used;

    /** @param path of the file, which does not have to exist, nor does its folder */
    public DeadLetters(Path path) {
        this.path = path;
    }

    /** Returns the file. */
    public Path file() {
        return path;
    }

    /** Returns whether a letter was written; may be called from any thread. */
    public boolean isUsed() {
        return used;
    }

    @Override
    public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
        line(source, number, offset, 0, reason, buffer, from, to);
    }

    @Override
    public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
        line(source, number, offset, part, "the line is too long", buffer, from, to);
    }

    /** Keeps a line, or a part of one, counted from 1. */
    private void line(String source, long line, long offset, int part, String reason, byte[] buffer, int from, int to) {
        try {
            JsonGenerator letter = open();
            letter.writeStartObject();
            letter.writeStringField("file", source);
            if (line > 0) {
                letter.writeNumberField("line", line);
            }
            letter.writeNumberField("offset", offset);
            if (part > 0) {
                letter.writeNumberField("part", part);
            }
            end(letter, reason, buffer, from, to);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Keeps a document that Elasticsearch refuses. */
    void document(String id, String reason, byte[] document) {
        try {
            JsonGenerator letter = open();
            letter.writeStartObject();
            letter.writeStringField("document", id);
            end(letter, reason, document, 0, document.length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Brings the letters to the disk.
     *
     * @throws Failure if that is not possible
     */
    public void sync() {
        try {
            if (json != null && file != null) {
                json.flush();
                file.force(true);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Keeps a letter that was kept before, as it is. */
    void again(byte[] letter) {
        try {
            open().writeRaw(new String(letter, StandardCharsets.UTF_8) + '\n');
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            if (json != null) {
                json.close();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void end(JsonGenerator letter, String reason, byte[] buffer, int from, int to) throws IOException {
        letter.writeStringField("reason", reason);
        letter.writeFieldName("bytes");
        letter.writeBinary(buffer, from, to - from);
        letter.writeEndObject();
        letter.writeRaw('\n');
        letter.flush();
    }

    private JsonGenerator open() throws IOException {
        if (json != null && !Objects.equals(identity, identity())) {
            json.close();
            json = null;
        }
        if (json == null) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                PrivateFiles.createFolder(folder);
            }
            FileChannel opened = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), PrivateFiles.permissions());
            file = opened;
            PrivateFiles.makePrivate(path);
            OutputStream output = Channels.newOutputStream(opened);
            if (lacksLineEnd()) {
                output.write('\n');
            }
            used = true;
            json = new JsonFactory().createGenerator(output).setRootValueSeparator(null);
            identity = identity();
        }
        return json;
    }

    /** Returns whether the file ends within a line, as after a full disk: a letter must not be glued to it. */
    private boolean lacksLineEnd() throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (FileChannel content = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return content.size() > 0 && content.read(last, content.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Returns what tells the file from another of that name; null if there is none. */
    private @Nullable Object identity() throws IOException {
        return Files.exists(path) ? Files.getAttribute(path, "unix:ino") : null;
    }

    private Failure failure(IOException e) {
        return new Failure(
                "cannot write dead letters to " + path + ": " + FileFault.reason(e)
                        + "; name another file with --keep-dead-letters",
                e);
    }
}
