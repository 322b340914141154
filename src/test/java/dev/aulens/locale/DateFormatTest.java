package dev.aulens.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource({
        "C, 03/04/23",
        "POSIX, 03/04/23",
        "C.UTF-8, 03/04/23",
        "en_US.UTF-8, 03/04/2023",
        "en_GB.UTF-8, 04/03/23",
        "de_DE@euro, 04.03.2023",
        "fr_FR, 04/03/2023",
        "ja_JP.UTF-8, 2023年03月04日",
        "xx_XX, 03/04/23"
    })
    void localeDecidesHowADateIsWritten(String locale, String date) {
        assertThat(DateFormat.of(locale).format(LocalDate.of(2023, 3, 4))).isEqualTo(date);
    }

    @Test
    void firstVariableThatIsSetDecides() {
        Map<String, String> environment = Map.of("LC_ALL", "", "LC_TIME", "de_DE.UTF-8", "LANG", "en_US.UTF-8");

        assertThat(DateFormat.of(environment).pattern()).isEqualTo("%d.%m.%Y");
        assertThat(DateFormat.of(Map.of())).isEqualTo(DateFormat.POSIX);
    }
}
