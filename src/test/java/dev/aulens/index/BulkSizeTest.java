package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkSizeTest {

    private final BulkSize size = new BulkSize(new BulkSettings(100, 1_600, 2));

    @Test
    void beginsWithTheSettings() {
        assertThat(size.bytes()).isEqualTo(1_600);
    }

    @Test
    void isHalfOfWhatWasTooMuch() {
        size.refused(1_700);
        assertThat(size.bytes()).isEqualTo(800);

        size.refused(400);
        assertThat(size.bytes()).isEqualTo(200);
    }

    @Test
    void isNeverNothing() {
        for (int i = 0; i < 20; i++) {
            size.refused(1);
        }

        assertThat(size.bytes()).isEqualTo(1);
    }

    @Test
    void comesBackStepByStepAndNeverExceedsTheSettings() {
        size.refused(1_600);
        size.taken();
        assertThat(size.bytes()).isEqualTo(900);

        for (int i = 0; i < 20; i++) {
            size.taken();
        }

        assertThat(size.bytes()).isEqualTo(1_600);
    }
}
