package dev.aulens.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.AuditTool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyscallLookupTest {

    @Test
    void exactNameGivesItsNumber() {
        assertThat(SyscallLookup.answer(List.of("x86_64", "openat", "--exact")))
                .isEqualTo(new SyscallLookup.Answer(0, "257\n", ""));
    }

    @Test
    void numberGivesItsName() {
        assertThat(SyscallLookup.answer(List.of("aarch64", "56")))
                .isEqualTo(new SyscallLookup.Answer(0, "openat\n", ""));
    }

    @Test
    void architecturesOfLaterVersionsAreKnown() {
        assertThat(SyscallLookup.answer(List.of("riscv64", "56")).output()).isEqualTo("openat\n");
        assertThat(SyscallLookup.answer(List.of("uring", "18")).output()).isEqualTo("openat\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mkdir",
                "alpha open",
                "ia64 x86_64 vfork",
                "ia64",
                "open read",
                "1 2",
                "i386 ppc",
                "--exact open",
                "--exact 2",
                "mkdir 2",
                "--dump --exact open 2",
                "i386",
                "-1",
                "--help",
                "c000003e 2",
                "0xc000003e 2",
                "40000003 2",
                "b64 2",
                "b32 2",
                "2x",
                "99999",
                "--EXACT vfork",
                "X86_64 VFORK",
                "arm 0",
                "armv7l 1",
                "--exact OPEN",
                "--exact nope",
                "mips 2",
                "deadbeef",
                "3000000000",
                "99999999999999999999",
                "uring",
                "ppc64 ppc",
                "i486 1",
                "i586 1",
                "i686 1",
                "armeb 1",
                "armv5tejl 1",
                "armv5tel 1",
                "armv6l 1",
                "armv8l 1",
                "aarch64 write",
                "s390x openat",
                "ppc64le --exact ipc",
                "i386 1000",
                "x86_64 nope",
                "open read write",
                "x86_64 i386 open"
            })
    void answersAsAusyscall(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
        AuditTool.Answer expected = AuditTool.AUSYSCALL.run(words);

        assertThat(SyscallLookup.answer(words))
                .isEqualTo(new SyscallLookup.Answer(expected.status(), expected.output(), expected.errors()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i386", "x86_64", "arm", "aarch64", "ppc", "ppc64", "ppc64le", "s390", "s390x"})
    void dumpHoldsWhatAusyscallKnows(String architecture) {
        List<String> words = List.of(architecture, "--dump");
        AuditTool.Answer expected = AuditTool.AUSYSCALL.run(words);
        SyscallLookup.Answer answer = SyscallLookup.answer(words);

        Set<String> missing = new TreeSet<>(expected.output().lines().toList());
        answer.output().lines().forEach(missing::remove);
        assertThat(missing).isEmpty();
        assertThat(answer.output().lines().findFirst())
                .isEqualTo(expected.output().lines().findFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"i386", "x86_64", "arm", "aarch64", "ppc", "ppc64", "ppc64le", "s390", "s390x"})
    void everyNumberHasAusyscallsNameAndEveryNameItsNumber(String architecture) {
        Map<String, String> numbers = new HashMap<>();
        List<String> dump = AuditTool.AUSYSCALL
                .run(List.of(architecture, "--dump"))
                .output()
                .lines()
                .skip(1)
                .toList();
        assertThat(dump).hasSizeGreaterThan(300);
        for (String line : dump) {
            String[] call = line.split("\t", -1);
            numbers.putIfAbsent(call[1], call[0]);
            assertThat(SyscallLookup.answer(List.of(architecture, call[0])).output())
                    .isEqualTo(call[1] + "\n");
        }
        numbers.forEach((name, number) -> assertThat(SyscallLookup.answer(List.of(architecture, name, "--exact"))
                        .output())
                .isEqualTo(number + "\n"));
    }
}
