package dev.aulens.cli.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import org.junit.jupiter.api.Test;

class SyscallCommandTest {

    @Test
    void lookupAnswersOnStandardOutput() {
        assertThat(Aulens.alone().run("syscall", "aarch64", "--exact", "openat"))
                .isEqualTo(new Aulens.Run(0, "56\n", ""));
    }

    @Test
    void wordsOfTheAliasAreNoOptions() {
        assertThat(Aulens.alone().run("ausyscall", "x86_64", "--help"))
                .isEqualTo(new Aulens.Run(1, "", "Unknown syscall --help using x86_64 lookup table\n"));
        assertThat(Aulens.alone().run("ausyscall", "x86_64", "-1"))
                .isEqualTo(new Aulens.Run(1, "", "Unknown syscall -1 using x86_64 lookup table\n"));
    }

    @Test
    void commandOfItsOwnHasHelp() {
        assertThat(Aulens.alone().run("syscall", "--help").out()).contains("aulens syscall [ARCH]");
    }
}
