package dev.aulens.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.report.SessionPeriods.Login;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionPeriodsTest {

    @Test
    void risingNumbersAreOneBoot() {
        assertThat(SessionPeriods.limits(List.of(new Login(10, 1), new Login(20, 2), new Login(30, 3))))
                .isEmpty();
    }

    @Test
    void loginsAtTheSameTimeMayBeOutOfOrder() {
        assertThat(SessionPeriods.limits(List.of(new Login(10, 1), new Login(20, 3), new Login(21, 2))))
                .isEmpty();
    }

    @Test
    void numbersBeginAnewWithTheLowestBehindTheHighest() {
        List<Login> logins = List.of(
                new Login(10, 7),
                new Login(20, 8),
                new Login(30, 9),
                new Login(50, 1),
                new Login(60, 2),
                new Login(70, 7));

        assertThat(SessionPeriods.limits(logins)).containsExactly(50L);
    }

    @Test
    void eachBootIsAPeriod() {
        List<Login> logins = List.of(
                new Login(10, 1),
                new Login(20, 2),
                new Login(30, 1),
                new Login(40, 2),
                new Login(50, 1),
                new Login(60, 2));

        assertThat(SessionPeriods.limits(logins)).containsExactly(30L, 50L);
    }

    @Test
    void orderOfTheLoginsDoesNotMatter() {
        assertThat(SessionPeriods.limits(List.of(new Login(30, 1), new Login(10, 1), new Login(20, 2))))
                .containsExactly(30L);
    }
}
