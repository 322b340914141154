package dev.aulens.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcludeRuleTest {

    @Test
    void ruleSaysWhatTheEventsHaveInCommon() {
        assertThat(new ExcludeRule("x86_64", "openat", "/usr/bin/cat", "exit=-13").line())
                .isEqualTo("-a never,exit -F arch=x86_64 -S openat -F exit=-13 -F exe=/usr/bin/cat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cat", "/tmp/a -F exe=/bin/b", "/tmp/a\nb", "/tmp/\"a\"", "/tmp/ä"})
    void noRuleIsMadeOfAPathThatRulesCannotSay(String executable) {
        assertThat(new ExcludeRule("x86_64", "openat", executable, "success=1").line())
                .isEmpty();
    }

    @Test
    void noRuleIsMadeOfACallWithoutName() {
        assertThat(new ExcludeRule("x86_64", "unknown-syscall(999)", "/bin/a", "success=1").line())
                .isEmpty();
        assertThat(new ExcludeRule("", "", "/bin/a", "success=1").line()).isEmpty();
    }
}
