package dev.aulens.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The bytes of an open file that grows. After each read it looks whether the file still begins as before: bytes are
 * handed on only if they were read from the file that this position belongs to, not from what came after a truncation.
 */
final class GrowingFile extends InputStream {

    private final FileChannel channel;
    private byte[] head;
    private long position;

    private GrowingFile(FileChannel channel, byte[] head, long position) {
        this.channel = channel;
        this.head = head;
        this.position = position;
    }

    /** The file has been truncated, or another one has its name. */
    static final class ReplacedException extends IOException {

        private static final long serialVersionUID = 1L;

        ReplacedException(String message) {
            super(message);
        }
    }

    /**
     * Opens a file.
     *
     * @param key what is expected under that name
     * @param head how it is expected to begin
     * @throws ReplacedException if another file is there now
     */
    static GrowingFile open(Path path, FileKey key, byte[] head, long position) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        GrowingFile file = new GrowingFile(channel, head, position);
        try {
            if (!FileKey.of(path).equals(key)) {
                throw new ReplacedException(path + " is another file now");
            }
            file.check();
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns how the file begins. */
    byte[] head() {
        return head;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("lines are read in blocks");
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = channel.read(ByteBuffer.wrap(buffer, from, length), position);
        if (n > 0 || channel.size() < position) {
            check();
        }
        position += Math.max(n, 0);
        return n;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * Looks whether the file still begins as before, and is as long as what was read.
     *
     * @throws ReplacedException if not
     */
    void check() throws IOException {
        if (channel.size() < position) {
            throw new ReplacedException("truncated");
        }
        byte[] now = first();
        if (now.length < head.length || !Arrays.equals(head, 0, head.length, now, 0, head.length)) {
            throw new ReplacedException("written anew");
        }
        head = now;
    }

    private byte[] first() throws IOException {
        if (head.length == 0 && channel.size() == 0) {
            return head;
        }
        ByteBuffer first = ByteBuffer.allocate(FileHead.LONGEST);
        int n = 0;
        while (n >= 0 && first.hasRemaining()) {
            n = channel.read(first, first.position());
        }
        return Arrays.copyOf(first.array(), first.position());
    }
}
