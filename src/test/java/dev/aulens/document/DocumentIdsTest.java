package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.EventId;
import org.junit.jupiter.api.Test;

class DocumentIdsTest {

    @Test
    void timeAndSerialHaveFixedWidth() {
        assertThat(DocumentIds.of(new EventId(null, 1_700_000_000_123L, 7))).isEqualTo("001700000000123-0000000007");
        assertThat(DocumentIds.of(new EventId(null, 0, 4_294_967_295L))).isEqualTo("000000000000000-4294967295");
    }

    @Test
    void theNodeComesLast() {
        assertThat(DocumentIds.of(new EventId("web1", 1, 2))).isEqualTo("000000000000001-0000000002-web1");
    }

    @Test
    void aNodeTooLongForAnIdIsReplacedByItsDigest() {
        String id = DocumentIds.of(new EventId("n".repeat(256), 1, 2));

        assertThat(id).hasSize(27 + 64).startsWith("000000000000001-0000000002-");
        assertThat(DocumentIds.of(new EventId("n".repeat(255), 1, 2))).endsWith("nnn");
    }
}
