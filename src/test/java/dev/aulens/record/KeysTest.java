package dev.aulens.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {

    @ParameterizedTest
    @MethodSource
    void areApartAtTheirSeparatorAndNotEmpty(String value, List<String> keys) {
        assertThat(Keys.of(value)).isEqualTo(keys);
    }

    static Stream<Arguments> areApartAtTheirSeparatorAndNotEmpty() {
        return Stream.of(
                arguments("", List.of()),
                arguments("shadow", List.of("shadow")),
                arguments("abc\u0001de", List.of("abc", "de")),
                arguments("\u0001abc\u0001\u0001", List.of("abc")),
                arguments("\u0001", List.of()));
    }
}
