package dev.aulens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteBlocksTest {

    private static final int BYTES = 40;

    @Test
    void firstOfAllPlacesIsFound() {
        Random random = new Random(1);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            byte wanted = bytes[random.nextInt(BYTES)];
            if (random.nextBoolean()) { // neighbours that differ by one borrow from each other
                for (int i = 0; i < BYTES; i++) {
                    bytes[i] = (byte) (wanted + random.nextInt(2));
                }
            }
            int from = random.nextInt(BYTES);
            int to = from + random.nextInt(BYTES - from);

            assertThat(ByteBlocks.indexOf(bytes, wanted, from, to)).isEqualTo(oneByOne(bytes, wanted, from, to));
        }
    }

    @Test
    void blockIsReadAsItIsWritten() {
        byte[] bytes = new byte[10];
        ByteBlocks.set(bytes, 1, 0x0807_0605_0403_0201L);

        assertThat(bytes).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 0);
        assertThat(ByteBlocks.get(bytes, 1)).isEqualTo(0x0807_0605_0403_0201L);
    }

    @Test
    void blockWithoutHighBitsHasAllBytesBelow() {
        assertThat(ByteBlocks.bytesBelow(ByteBlocks.highBits(ByteBlocks.of('a'))))
                .isEqualTo(ByteBlocks.SIZE);
        assertThat(ByteBlocks.bytesBelow(ByteBlocks.highBits(0x00FF_8000L))).isEqualTo(1);
    }

    private static int oneByOne(byte[] bytes, byte wanted, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
