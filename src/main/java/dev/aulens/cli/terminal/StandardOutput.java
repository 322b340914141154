package dev.aulens.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The process's standard output, which remembers that it could not be written: a {@link PrintStream} keeps that to
 * itself, and results that are cut short must not look like all there are.
 */
public final class StandardOutput extends FilterOutputStream {

    private static final int BUFFER = 8 << 10;

    private @Nullable IOException fault;

    private StandardOutput(OutputStream out) {
        super(out);
    }

    /** Returns the standard output of this process. */
    public static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** Returns what commands print to. */
    public PrintStream printer() {
        return new PrintStream(new BufferedOutputStream(this, BUFFER), true, StandardCharsets.UTF_8);
    }

    /**
     * Returns the first fault; null if there was none, or if the reader of a pipe has gone away ({@code | head}): it has
     * seen enough.
     */
    @Nullable
    public IOException fault() {
        return fault == null || isPipe() ? null : fault;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            fault = fault == null ? e : fault;
            throw e;
        }
    }

    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
