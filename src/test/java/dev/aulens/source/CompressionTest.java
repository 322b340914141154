package dev.aulens.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.aulens.testing.Compressor;
import dev.aulens.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {

    private static final long SEED = 20_261_124;
    private static final int ZSTD_BLOCK = 128 << 10;

    private final Path folder;

    CompressionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void isToldByContent(Compressor compressor) throws IOException {
        byte[] log = log();

        assertThat(open(compressor.compress(log)).readAllBytes()).isEqualTo(log);
    }

    @ParameterizedTest
    @EnumSource
    void countsSeveralPiecesAsOne(Compressor compressor) throws IOException {
        byte[] pieces =
                joined(compressor.compress("one\ntw".getBytes(UTF_8)), compressor.compress("o\n".getBytes(UTF_8)));

        assertThat(open(pieces).readAllBytes()).asString(UTF_8).isEqualTo("one\ntwo\n");
    }

    /** A pipe has nothing available between two writes; that is no end. */
    @ParameterizedTest
    @EnumSource
    void readsAPipeToItsEnd(Compressor compressor) throws IOException {
        byte[] pieces =
                joined(compressor.compress("one\n".getBytes(UTF_8)), compressor.compress("two\n".getBytes(UTF_8)));

        try (InputStream pipe = Compression.open(new Trickle(pieces))) {
            assertThat(pipe.readAllBytes()).asString(UTF_8).isEqualTo("one\ntwo\n");
        }
    }

    /** Then the end of the data and of the reader's own buffer fall together. */
    @ParameterizedTest
    @EnumSource
    void endsWhereABufferEnds(Compressor compressor) throws IOException {
        byte[] bytes = new byte[4 << 17];

        assertThat(open(compressor.compress(bytes)).readAllBytes()).hasSameSizeAs(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void ofNothingIsNothing(Compressor compressor) throws IOException {
        assertThat(open(compressor.compress(new byte[0])).readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenItIsCutOffAfterAllThatStandsBefore(Compressor compressor) {
        byte[] first = compressor.compress("one\n".getBytes(UTF_8));
        byte[] second = compressor.compress("two\n".repeat(50_000).getBytes(UTF_8));
        byte[] cut = Arrays.copyOf(joined(first, second), first.length + second.length - 3);
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        assertThatThrownBy(() -> open(cut).transferTo(read))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off")
                .satisfies(CompressionTest::isOneLine);
        assertThat(read.toString(UTF_8)).startsWith("one\ntwo\n");
    }

    @ParameterizedTest
    @EnumSource
    void neverThrowsAnythingButAnIoExceptionOfOneLine(Compressor compressor) throws IOException {
        byte[] whole = compressor.compress(Arrays.copyOf(log(), 40_000));
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[6 + random.nextInt(whole.length - 6)] ^= (byte) (1 + random.nextInt(255));
            byte[] cut = random.nextBoolean() ? damaged : Arrays.copyOf(damaged, random.nextInt(whole.length));
            try {
                assertThat(open(cut).readAllBytes().length).isLessThan(10_000_000);
            } catch (IOException e) {
                isOneLine(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2"})
    void givesAllThatStandsBeforeAFaultOfAMember(Compressor compressor) throws IOException {
        byte[] log = log();
        byte[] garbage = joined(compressor.compress(log), "no member".getBytes(UTF_8));

        assertThat(untilFault(garbage)).isEqualTo(log);
    }

    /** The last block of deflated data is cut at any place: what zcat prints is what can be had. */
    @Test
    void givesOfACutGzipFileWhatZcatPrints() throws Exception {
        byte[] whole = Compressor.GZIP.compress(log());
        for (int cut : new int[] {1, 8, 9, 100, 5_000, whole.length / 2}) {
            byte[] bytes = Arrays.copyOf(whole, whole.length - cut);

            assertThat(untilFault(bytes)).as("%d bytes less", cut).isEqualTo(printed(List.of("gzip", "-dc"), bytes));
        }
    }

    @Test
    void givesAllOfAGzipMemberWithAWrongChecksum() throws IOException {
        byte[] damaged = Compressor.GZIP.compress(log());
        damaged[damaged.length - 6] ^= 1;

        assertThat(untilFault(damaged)).isEqualTo(log());
    }

    @Test
    void givesAlmostAllOfAnXzBlockWithAWrongChecksum() throws IOException {
        byte[] log = log();
        byte[] damaged = Compressor.XZ.compress(log);
        // Behind the block's check stand the index and the footer of 12 bytes, which says how long the index is.
        int index = (ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).getInt(damaged.length - 8) + 1) * 4;
        damaged[damaged.length - 12 - index - 1] ^= 1;

        assertThat(untilFault(damaged)).hasSizeGreaterThan(log.length - 512);
    }

    @Test
    void givesAllOfAZstdFrameWithAWrongChecksum() throws IOException {
        byte[] damaged = zstd(log());
        damaged[damaged.length - 1] ^= 1;

        assertThat(untilFault(damaged)).isEqualTo(log());
    }

    /** Bytes by chance are stored: the third block begins three from the end, and gets a kind that is none. */
    @Test
    void givesAllBlocksOfAZstdFrameBeforeADamagedOne() {
        byte[] bytes = new byte[5 * ZSTD_BLOCK];
        new Random(SEED).nextBytes(bytes);
        byte[] damaged = zstd(bytes);
        int headerOfBlock = 3;
        int checksum = 4;
        int thirdBlock = damaged.length - checksum - 3 * (headerOfBlock + ZSTD_BLOCK);
        assertThat(damaged[thirdBlock] & 7)
                .as("a stored block that is not the last")
                .isZero();
        damaged[thirdBlock] |= 6;

        assertThat(untilFault(damaged)).isEqualTo(Arrays.copyOf(bytes, 2 * ZSTD_BLOCK));
    }

    /**
     * Of a log that is cut off, whatever zstd prints; of a damaged one all that it prints of the log. Behind the damage it
     * may print other bytes, by its version.
     */
    @Test
    void losesNothingOfADamagedLogThatZstdPrints() throws Exception {
        byte[] log = Arrays.copyOf(log(), 10 * ZSTD_BLOCK);
        byte[] whole = zstd(log);
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            boolean isCut = random.nextBoolean();
            int place = 4 + random.nextInt(whole.length - 4);
            byte[] bytes = Arrays.copyOf(whole, isCut ? place : whole.length);
            if (!isCut) {
                bytes[place] ^= (byte) (1 + random.nextInt(255));
            }
            byte[] printed = printed(List.of("zstd", "-dc"), bytes);
            int same = Arrays.mismatch(printed, log);
            int certain = isCut ? printed.length : (same < 0 ? log.length : same) / ZSTD_BLOCK * ZSTD_BLOCK;

            assertThat(Arrays.copyOf(untilFault(bytes), certain))
                    .as("%s at %d", isCut ? "cut off" : "damaged", place)
                    .isEqualTo(Arrays.copyOf(printed, certain));
        }
    }

    @Test
    void passesOverZerosBehindAGzipMember() throws IOException {
        byte[] member = Compressor.GZIP.compress("one\n".getBytes(UTF_8));

        assertThat(open(joined(member, new byte[1_000])).readAllBytes())
                .asString(UTF_8)
                .isEqualTo("one\n");
        assertThat(open(joined(joined(member, new byte[512]), member)).readAllBytes())
                .asString(UTF_8)
                .isEqualTo("one\none\n");
    }

    @Test
    void readsAGzipHeaderWithAllItsFields() throws IOException {
        byte[] member = Compressor.GZIP.compress("one\n".getBytes(UTF_8));
        byte[] header = {0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2};

        assertThat(open(joined(header, Arrays.copyOfRange(member, 10, member.length)))
                        .readAllBytes())
                .asString(UTF_8)
                .isEqualTo("one\n");
    }

    @Test
    void skipsTheFramesOfParallelZstdThatHoldNoData() throws IOException {
        byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 'd', 'a', 't', 'a'};
        byte[] frame = joined(skippable, Compressor.ZSTD.compress("one\n".getBytes(UTF_8)));

        assertThat(open(joined(frame, frame)).readAllBytes()).asString(UTF_8).isEqualTo("one\none\n");
    }

    @Test
    void refusesADictionaryThatNeedsTooMuchMemory() {
        byte[] xz = Compressor.XZ.compress("one\n".getBytes(UTF_8));
        xz[16] = 32; // the dictionary's size in the block header (.xz file format 5.3.1): 256 MiB
        int size = (xz[12] + 1) * 4;
        CRC32 checksum = new CRC32();
        checksum.update(xz, 12, size - 4);
        ByteBuffer.wrap(xz).order(ByteOrder.LITTLE_ENDIAN).putInt(12 + size - 4, (int) checksum.getValue());

        assertThatThrownBy(() -> open(xz).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("MiB of memory")
                .hasMessageContaining("xz -dc FILE | aulens index -");
    }

    @Test
    void leavesOtherBytesAsTheyAre() throws IOException {
        for (String text : new String[] {"", "B", "BZ", "\u001f", "type=EOE", "\u00fd7zX"}) {
            assertThat(open(text.getBytes(ISO_8859_1)).readAllBytes()).isEqualTo(text.getBytes(ISO_8859_1));
        }
    }

    private static byte[] log() throws IOException {
        return Files.readAllBytes(Corpus.debian12RawNode());
    }

    private static InputStream open(byte[] bytes) throws IOException {
        return Compression.open(new ByteArrayInputStream(bytes));
    }

    /** Returns what can be read of bytes that are damaged. */
    private static byte[] untilFault(byte[] bytes) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        assertThatThrownBy(() -> open(bytes).transferTo(read))
                .isInstanceOf(IOException.class)
                .satisfies(CompressionTest::isOneLine);
        return read.toByteArray();
    }

    /** Returns the bytes in one frame with a checksum, as the program zstd writes them. */
    private static byte[] zstd(byte[] bytes) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            return context.setChecksum(true).compress(bytes);
        }
    }

    /** Returns what a decompressor prints; ends the test as aborted if it is not installed. */
    private byte[] printed(List<String> command, byte[] bytes) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", command.get(0))), command.get(0) + " is not installed");
        Path input = Files.write(folder.resolve("compressed"), bytes);
        Process program = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return program.getInputStream().readAllBytes();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void isOneLine(Throwable fault) {
        assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n");
    }

    /** Gives a byte at a time and never says that there are more. */
    private static final class Trickle extends FilterInputStream {

        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(1, length));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
