package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Takes lines as text.
 *
 * @param lines where they are added
 */
record CollectedLines(List<String> lines) implements LineSink {

    @Override
    public void line(byte[] buffer, int from, int to, long offset) {
        lines.add(new String(buffer, from, to - from, UTF_8));
    }

    @Override
    public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
        throw new AssertionError("no line is that long");
    }

    @Override
    public void otherEntry(long offset, long length) {
        throw new AssertionError("no journal is read");
    }
}
