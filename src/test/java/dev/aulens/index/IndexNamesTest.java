package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNamesTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-11-30T23:59:59.999Z, auditd-2026.11",
        "MONTH, 2026-12-01T00:00:00.000Z, auditd-2026.12",
        "MONTH, 1969-12-31T23:59:59.999Z, auditd-1969.12",
        "DAY, 2026-11-30T23:59:59.999Z, auditd-2026.11.30",
        "DAY, 2024-02-29T00:00:00.000Z, auditd-2024.02.29"
    })
    void followTheEventsOwnTime(Partition partition, Instant time, String name) {
        assertThat(new IndexNames("auditd", partition).of(time.toEpochMilli())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"MONTH", "DAY"})
    void goBackAndForthWithATimeThatDoes(Partition partition) {
        IndexNames names = new IndexNames("auditd", partition);
        long november = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();
        long december = Instant.parse("2026-12-01T12:00:00Z").toEpochMilli();
        String first = names.of(november);

        assertThat(names.of(december)).isNotEqualTo(first);
        assertThat(names.of(november)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditd", "a", "9lives", "web-1_x.y"})
    void takeThePrefixesThatElasticsearchTakes(String prefix) {
        assertThat(IndexNames.checked(prefix)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Audit", "-a", "_a", ".a", "a*", "a,b", "a/b", "a b", "ä"})
    void refuseOthers(String prefix) {
        assertThatThrownBy(() -> IndexNames.checked(prefix))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("'" + prefix + "' is no prefix");
    }
}
