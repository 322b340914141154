package dev.aulens.cli.node;

import dev.aulens.render.Escaping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A log that grows and is replaced by an empty one when it is full. */
final class LogFile implements AutoCloseable {

    private static final int BLOCK = 8192;

    private final Path path;
    private RandomAccessFile file;
    private Object identity;

    private LogFile(Path path, RandomAccessFile file, Object identity) {
        this.path = path;
        this.file = file;
        this.identity = identity;
    }

    /** Opens the file at its last lines. */
    static LogFile openLast(Path path, int lines) throws IOException {
        LogFile log = new LogFile(path, new RandomAccessFile(path.toFile(), "r"), identity(path));
        log.file.seek(log.startOfLast(lines));
        return log;
    }

    /** Prints what has been added since the last call, up to the last complete line. */
    void printNew(PrintStream out) throws IOException {
        printRest(out);
        if (Files.exists(path) && !identity(path).equals(identity)) {
            file.close();
            file = new RandomAccessFile(path.toFile(), "r");
            identity = identity(path);
            printRest(out);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void printRest(PrintStream out) throws IOException {
        long complete = file.getFilePointer();
        byte[] block = new byte[BLOCK];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int n = file.read(block); n > 0; n = file.read(block)) {
            for (int i = 0; i < n; i++) {
                line.write(block[i]);
                if (block[i] == '\n') {
                    complete += line.size();
                    out.print(printable(line.toString(StandardCharsets.UTF_8)));
                    line.reset();
                }
            }
        }
        file.seek(complete);
    }

    /** Returns the line, its end included, with what a terminal would obey escaped; tabs stay: stack traces have them. */
    private static String printable(String line) {
        String text = line.substring(0, line.length() - 1);
        return Arrays.stream(text.split("\t", -1)).map(Escaping.TTY::escaped).collect(Collectors.joining("\t")) + "\n";
    }

    private long startOfLast(int lines) throws IOException {
        byte[] block = new byte[BLOCK];
        int missing = lines;
        for (long end = file.length(); end > 0; ) {
            int size = (int) Math.min(BLOCK, end);
            long start = end - size;
            file.seek(start);
            file.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n' && missing-- == 0) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static Object identity(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino");
    }
}
