package dev.aulens.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversibleUtf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é€😀", "\uFFFD is a character too", "\u0000\u001d"})
    void leavesTextAsItIs(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(ReversibleUtf8.decode(bytes, 0, bytes.length)).isEqualTo(text);
    }

    @Test
    void marksEachByteThatIsNoText() {
        byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, 'b'};

        assertThat(ReversibleUtf8.decode(bytes, 0, bytes.length)).isEqualTo("a\uF7FF\uF7C3b");
    }

    @Test
    void keepsCharactersApartThatLookLikeMarks() {
        byte[] bytes = "\uF7FF".getBytes(UTF_8);

        String text = ReversibleUtf8.decode(bytes, 0, bytes.length);

        assertThat(text).isNotEqualTo("\uF7FF");
        assertThat(ReversibleUtf8.encode(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void givesAnyBytesBack(long seed) {
        Random random = new Random(seed);
        byte[] some = "aé€😀\uF7AB".getBytes(UTF_8);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextBoolean() ? some[random.nextInt(some.length)] : (byte) random.nextInt(256);
            }

            String text = ReversibleUtf8.decode(bytes, 0, bytes.length);

            assertThat(ReversibleUtf8.encode(text)).isEqualTo(bytes);
            assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
        }
    }
}
