package dev.aulens.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String HEX = "0123456789abcdef".repeat(4);

    @Test
    void isReadWithColonsAndCapitals() {
        String colons = HEX.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?=.)", "$1:");

        assertThat(Fingerprint.parse(colons + "\n")).isEqualTo(Fingerprint.parse(HEX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12:34", "sha256", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void isRefusedIfItIsNoSha256(String text) {
        assertThatThrownBy(() -> Fingerprint.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("openssl x509 -fingerprint -sha256");
    }
}
