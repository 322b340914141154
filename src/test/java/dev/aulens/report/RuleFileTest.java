package dev.aulens.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aulens.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTest {

    @Test
    void keysOfRulesAreRead() {
        List<RuleFile.Key> keys = RuleFile.of(List.of(
                        "## first the buffers",
                        "-b 8192",
                        "-w /etc/passwd -p wa -k passwd",
                        "  -a always,exit -F arch=b64 -S execve -F key=exec -k also",
                        "-A exit,always -S open -k passwd",
                        "#-w /etc/shadow -p wa -k commented",
                        "-W /etc/group -k deleted",
                        "-a never,exit -F exe=/usr/bin/cat"))
                .keys();

        assertThat(keys)
                .extracting(RuleFile.Key::name, RuleFile.Key::line)
                .containsExactly(tuple("passwd", 3), tuple("exec", 4), tuple("also", 4));
        assertThat(keys.get(1).rule()).isEqualTo("-a always,exit -F arch=b64 -S execve -F key=exec -k also");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> RuleFile.read(Path.of("no/such.rules")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no/such.rules");
    }
}
