package dev.aulens.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import dev.aulens.source.FileHead;
import dev.aulens.source.FileKey;
import dev.aulens.source.FilePosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where following logs goes on after a restart: for each log, how far each of its files was acknowledged.
 *
 * <pre>
 *   {"version": 1, "index": "auditd", "logs": [{"path": "/var/log/audit/audit.log", "files": [
 *       {"device": 2049, "inode": 131, "head": {"length": 1024, "sha256": "..."}, "offset": 73816, "size": 81920}]}]}
 * </pre>
 *
 * It is replaced as a whole each time, readable by its owner alone, and locked ({@code FILE.lock}) as long as it is
 * open. Logs that are not followed this time keep their place in it.
 */
public final class TailCheckpoint implements AutoCloseable {

    private static final int VERSION = 1;

    private final Path file;
    private final String prefix;
    private final FileChannel lock;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Map<String, List<FilePosition>> logs = new LinkedHashMap<>();
    private byte[] content = new byte[0];
    private @Nullable Instant written;

    private TailCheckpoint(Path file, String prefix, FileChannel lock) {
        this.file = file;
        this.prefix = prefix;
        this.lock = lock;
    }

    /**
     * Opens a checkpoint for one tail alone.
     *
     * @param file does not have to exist, nor does its folder
     * @param prefix of the indices that the events are in
     * @throws Failure if another process has it open, it is damaged, or it belongs to another prefix
     */
    public static TailCheckpoint open(Path file, String prefix) {
        TailCheckpoint checkpoint = new TailCheckpoint(file, prefix, lock(file));
        try {
            checkpoint.read();
            return checkpoint;
        } catch (Failure e) {
            checkpoint.close();
            throw e;
        }
    }

    /** Returns how far the files of a log were acknowledged, oldest first; nothing if the log is not known. */
    public List<FilePosition> positions(String log) {
        return logs.getOrDefault(log, List.of());
    }

    /** Returns when the checkpoint was written last, if ever. */
    public Optional<Instant> written() {
        return Optional.ofNullable(written);
    }

    /**
     * Keeps how far the files of logs are acknowledged, on the disk when this returns.
     *
     * @throws Failure if it cannot be written; it is then as it was
     */
    public void keep(Map<String, List<FilePosition>> positions) {
        logs.putAll(positions);
        try {
            byte[] changed = json.writeValueAsBytes(tree());
            if (!Arrays.equals(changed, content)) {
                PrivateFiles.replace(file, changed);
                content = changed;
            }
        } catch (IOException e) {
            throw new Failure(
                    "cannot write the checkpoint " + file + ": " + FileFault.reason(e) + "; make room or correct"
                            + " --checkpoint, then start again: nothing is indexed twice",
                    e);
        }
    }

    /** Lets another tail have it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new Failure("cannot release the lock of " + file + ": " + FileFault.reason(e), e);
        }
    }

    private static FileChannel lock(Path file) {
        Path name = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                PrivateFiles.createFolder(folder);
            }
            FileChannel channel = FileChannel.open(
                    name, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.permissions());
            if (!tryLock(channel)) {
                channel.close();
                throw new Failure("another tail (process "
                        + Files.readString(name, StandardCharsets.US_ASCII).trim() + ") uses the checkpoint " + file
                        + "; end it first, or name another file with --checkpoint");
            }
            channel.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new Failure(
                    "cannot lock the checkpoint " + file + ": " + FileFault.reason(e)
                            + "; name another file with --checkpoint",
                    e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false; // held in this process
        }
    }

    private void read() {
        try {
            content = Files.readAllBytes(file);
            written = Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new Failure("cannot read the checkpoint " + file + ": " + FileFault.reason(e), e);
        }
        JsonNode root;
        try {
            root = json.readTree(content);
        } catch (IOException e) {
            throw damaged("it is no JSON");
        }
        if (root.path("version").asInt() > VERSION) {
            throw new Failure("the checkpoint " + file + " is of a newer aulens (version "
                    + root.path("version").asInt() + "); use that one, or name another file with --checkpoint");
        }
        String index = text(root, "index");
        for (JsonNode log : array(root, "logs")) {
            List<FilePosition> files = new ArrayList<>();
            for (JsonNode each : array(log, "files")) {
                files.add(position(each));
            }
            logs.put(text(log, "path"), files);
        }
        if (!index.equals(prefix)) {
            throw new Failure("the checkpoint " + file + " belongs to the indices " + index + "-*, not " + prefix
                    + "-*; name another file with --checkpoint");
        }
    }

    private FilePosition position(JsonNode each) {
        FileKey key = new FileKey(number(each, "device"), number(each, "inode"));
        JsonNode head = each.path("head");
        long length = number(head, "length");
        if (length > FileHead.LONGEST) {
            throw damaged("'length' is too large");
        }
        long offset = number(each, "offset");
        long size = each.has("size") ? number(each, "size") : offset;
        return new FilePosition(key, new FileHead((int) length, text(head, "sha256")), offset, size);
    }

    private Iterable<JsonNode> array(JsonNode node, String name) {
        if (!node.path(name).isArray()) {
            throw damaged("'" + name + "' is no list");
        }
        return node.path(name);
    }

    private String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw damaged("'" + name + "' is no text");
        }
        return node.path(name).asText();
    }

    private long number(JsonNode node, String name) {
        JsonNode number = node.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
            throw damaged("'" + name + "' is no number");
        }
        return number.asLong();
    }

    private Failure damaged(String how) {
        return new Failure("the checkpoint " + file + " is damaged: " + how + "; delete it to read the logs from their"
                + " beginning: nothing is indexed twice");
    }

    private ObjectNode tree() {
        ObjectNode root = json.createObjectNode().put("version", VERSION).put("index", prefix);
        ArrayNode all = root.putArray("logs");
        logs.forEach((path, positions) -> {
            ArrayNode files = all.addObject().put("path", path).putArray("files");
            for (FilePosition position : positions) {
                ObjectNode each = files.addObject()
                        .put("device", position.key().device())
                        .put("inode", position.key().inode());
                each.putObject("head")
                        .put("length", position.head().length())
                        .put("sha256", position.head().sha256());
                each.put("offset", position.offset()).put("size", position.size());
            }
        });
        return root;
    }
}
