package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void readsOnWhenTheInputHasGrown(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        CollectedLines sink = new CollectedLines(lines);
        Path file = Files.writeString(folder.resolve("log"), "one\ntw");
        try (InputStream input = Files.newInputStream(file)) {
            LineReader reader = new LineReader(input, 10);
            assertThat(reader.readMore(sink)).isTrue();
            assertThat(reader.readMore(sink)).isFalse();
            assertThat(lines).containsExactly("one");
            assertThat(reader.position()).isEqualTo(14);
            assertThat(reader.hasUnendedLine()).isTrue();

            Files.writeString(file, "o\n", StandardOpenOption.APPEND);
            assertThat(reader.readMore(sink)).isTrue();
            reader.finish(sink);
            assertThat(lines).containsExactly("one", "two");
            assertThat(reader.position()).isEqualTo(18);
            assertThat(reader.hasUnendedLine()).isFalse();
        }
    }

    @Test
    void splitsAtLineFeeds() throws IOException {
        read("a\nbc\n\nd\n");

        assertThat(lines).containsExactly("0:a", "2:bc", "5:", "6:d");
    }

    @Test
    void takesTheLastLineWithoutLineFeed() throws IOException {
        read("a\nb");

        assertThat(lines).containsExactly("0:a", "2:b");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        read("");

        assertThat(lines).isEmpty();
    }

    @Test
    void keepsCarriageReturnsAndNuls() throws IOException {
        read("a\r\n\0b\n");

        assertThat(lines).containsExactly("0:a\r", "3:\0b");
    }

    @Test
    void handsOnAnOverlongLineInPartsThatGiveItBack() throws IOException {
        int length = 2 * LineReader.LONGEST_LINE + 17;
        Parts parts = new Parts();

        new LineReader(new ByteArrayInputStream(("x".repeat(length) + "\nafter\n").getBytes(UTF_8))).forEachLine(parts);

        assertThat(parts.bytes).isEqualTo(length);
        assertThat(parts.numbers).containsExactly(1, 2, 3);
        assertThat(parts.ended).isEqualTo(1);
        assertThat(lines).containsExactly(length + 1 + ":after");
    }

    @Test
    void endsAnOverlongLineWithTheInput() throws IOException {
        Parts parts = new Parts();

        new LineReader(new ByteArrayInputStream(new byte[LineReader.LONGEST_LINE])).forEachLine(parts);

        assertThat(parts.bytes).isEqualTo(LineReader.LONGEST_LINE);
        assertThat(parts.ended).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesEveryByteBackHoweverTheInputArrives(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = new byte[1 << 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(500) == 0 ? (byte) '\n' : (byte) ('a' + random.nextInt(26));
        }
        InputStream trickle = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(buffer, from, Math.min(length, 1 + random.nextInt(9_000)));
            }
        };
        StringBuilder whole = new StringBuilder();

        new LineReader(trickle).forEachLine(new Parts() {
            @Override
            public void line(byte[] buffer, int from, int to, long offset) {
                assertThat(offset).isEqualTo(whole.length());
                whole.append(new String(buffer, from, to - from, UTF_8)).append('\n');
            }
        });

        assertThat(whole.substring(0, bytes.length)).isEqualTo(new String(bytes, UTF_8));
    }

    private void read(String text) throws IOException {
        new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8))).forEachLine(new Parts());
    }

    private class Parts implements LineSink {

        private final List<Integer> numbers = new ArrayList<>();
        private long bytes;
        private int ended;

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            lines.add(offset + ":" + new String(buffer, from, to - from, UTF_8));
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            assertThat(offset).isEqualTo(bytes);
            numbers.add(part);
            bytes += to - from;
            ended += last ? 1 : 0;
        }

        @Override
        public void otherEntry(long offset, long length) {
            throw new AssertionError("lines are no journal");
        }
    }
}
