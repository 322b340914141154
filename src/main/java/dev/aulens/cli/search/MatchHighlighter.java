package dev.aulens.cli.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aulens.cli.terminal.Style;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the texts that were searched for visible in lines on their way to a terminal.
 *
 * <p>The text must be escaped already: what is added here are the only control sequences in it.
 */
final class MatchHighlighter extends FilterOutputStream {

    private static final int LONGEST_LINE = 1 << 20;

    private final List<byte[]> texts;
    private byte[] line = new byte[1024];
    private int length;

    /** @param texts to be made visible; of two that begin together the longer */
    MatchHighlighter(OutputStream out, List<String> texts) {
        super(out);
        this.texts = texts.stream()
                .map(text -> text.getBytes(UTF_8))
                .sorted(Comparator.comparingInt((byte[] text) -> text.length).reversed())
                .toList();
    }

    @Override
    public void write(int b) throws IOException {
        if (length == line.length) {
            line = java.util.Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) b;
        if (b == '\n' || length == LONGEST_LINE) {
            writeLine();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void flush() throws IOException {
        writeLine();
        out.flush();
    }

    private void writeLine() throws IOException {
        int written = 0;
        int i = 0;
        while (i < length) {
            int matched = matchAt(i);
            if (matched == 0) {
                i++;
                continue;
            }
            out.write(line, written, i - written);
            out.write(Style.MATCH.begin().getBytes(UTF_8));
            out.write(line, i, matched);
            out.write(Style.end().getBytes(UTF_8));
            i += matched;
            written = i;
        }
        out.write(line, written, length - written);
        length = 0;
    }

    private int matchAt(int i) {
        for (byte[] text : texts) {
            if (i + text.length <= length && java.util.Arrays.equals(line, i, i + text.length, text, 0, text.length)) {
                return text.length;
            }
        }
        return 0;
    }
}
