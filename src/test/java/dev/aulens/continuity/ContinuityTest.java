package dev.aulens.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.EventId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuityTest {

    private static final long NUMBERS = 1L << 32;
    private static final int DISORDER = 20;

    /** Events of one millisecond come in any order of their numbers, also where these begin again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void gapsAreWhatIsMissingAlsoWhereTheCounterBeginsAgain(int seed) {
        Random random = new Random(seed);
        List<EventId> events = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < 2_000; i++) {
            long serial = (NUMBERS - 1_000 + i) % NUMBERS;
            boolean isAtAnEnd = i % 1_000 < DISORDER || i % 1_000 >= 1_000 - DISORDER;
            if (!isAtAnEnd && random.nextInt(100) == 0) {
                missing++;
            } else {
                events.add(new EventId("web1", 1_700_000_000_000L + i / DISORDER, serial));
            }
        }
        for (int from = 0; from < events.size(); from += DISORDER) {
            Collections.shuffle(events.subList(from, Math.min(events.size(), from + DISORDER)), random);
        }

        Continuity continuity = new Continuity();
        events.forEach(event -> continuity.accept(event, false));

        NodeSummary summary = continuity.summaries().get(0);
        assertThat(summary.lacking()).isEqualTo(missing);
        assertThat(summary.boots()).isEqualTo(2);
        assertThat(summary.jumps()).isEmpty();
    }
}
