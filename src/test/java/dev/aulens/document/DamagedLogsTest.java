package dev.aulens.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.EventAssembler;
import dev.aulens.testing.Compressor;
import dev.aulens.testing.Damage;
import dev.aulens.testing.DamagedLog;
import dev.aulens.testing.ReadLog;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the bytes of a log are: reading throws nothing but the fault of an input, each line is counted once, records
 * wait within their bound, and every event has a document.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedLogsTest {

    private static final int SEEDS = 60;

    private final DocumentWriter writer = new DocumentWriter();

    @ParameterizedTest
    @EnumSource
    void areReadAsFarAsTheyCanBe(Damage damage) {
        int most = damage == Damage.GIANT_LINES ? 10 : Integer.MAX_VALUE;
        DamagedLog.with(damage, SEEDS, most).forEach(log -> read(log.name(), log.bytes()));
    }

    private void read(String name, byte[] bytes) {
        try {
            ReadLog read = ReadLog.untilFault(bytes);

            assertThat(read.addsUp()).as(name).isTrue();
            assertThat(read.mostWaiting()).as(name).isLessThanOrEqualTo(bound(bytes));
            read.fault().ifPresent(fault -> assertThat(fault).as(name).hasMessageNotContaining("\n"));
            read.events()
                    .forEach(event -> assertThat(Documents.parse(writer.write(event))
                                    .path("event")
                                    .has("original"))
                            .as(name)
                            .isTrue());
        } catch (RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    /** No record is shorter than 16 bytes. */
    private static int bound(byte[] bytes) {
        return (int) Math.min(EventAssembler.MOST_BYTES / 16, 100 + bytes.length);
    }

    @Test
    void keepWhatStandsBeforeTheCut() {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            lines.append("type=CWD msg=audit(1700000000.123:").append(i).append("): cwd=\"/");
            lines.append(Long.toHexString(random.nextLong())).append("\"\n");
        }
        byte[] log = lines.toString().getBytes(ISO_8859_1);
        for (Compressor compressor : Compressor.values()) {
            byte[] compressed = compressor.compress(log);
            byte[] half = Arrays.copyOf(compressed, compressed.length / 2);

            ReadLog read = ReadLog.untilFault(half);

            assertThat(read.fault()).as(compressor.name()).isPresent();
            assertThat(read.fault().orElseThrow()).hasMessageContaining("cut off");
            assertThat(read.records()).as(compressor.name()).isGreaterThan(5_000);
            assertThat(read.events()).hasSizeGreaterThanOrEqualTo((int) read.records() - 1);
        }
    }
}
