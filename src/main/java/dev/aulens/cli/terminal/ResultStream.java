package dev.aulens.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Results on their way to standard output, buffered.
 *
 * <p>A {@link PrintStream} keeps faults to itself; here a reader that has gone away ({@code | head}) ends the work.
 */
public final class ResultStream extends BufferedOutputStream {

    private static final int BUFFER = 1 << 16;

    /** @param out is not closed */
    public ResultStream(PrintStream out) {
        super(new Checked(out), BUFFER);
    }

    /** The reader takes no more: nobody is interested, which is no fault. */
    public static final class ClosedException extends IOException {

        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("standard output is closed");
        }
    }

    /** Looks after each write whether it went well. */
    private static final class Checked extends OutputStream {

        private final PrintStream out;

        Checked(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            check();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            check();
        }

        @Override
        public void flush() throws IOException {
            out.flush();
            check();
        }

        /** The stream belongs to the process. */
        @Override
        public void close() {}

        private void check() throws ClosedException {
            if (out.checkError()) {
                throw new ClosedException();
            }
        }
    }
}
