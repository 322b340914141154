package dev.aulens.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.BuiltProgram;
import dev.aulens.cli.BuiltProgram.Result;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.TemporaryNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandIT {

    @TempDir
    private Path folder;

    @Test
    void answersItsQuestionsAndIndexesNothingTwice() throws Exception {
        try (TemporaryNode node = TemporaryNode.create()) {
            Map<String, String> environment = Map.of(
                    "PATH", System.getenv("PATH"),
                    "JAVA_HOME", System.getProperty("java.home"),
                    "HOME", folder.toString(),
                    "TZ", "UTC",
                    "LC_ALL", "C.UTF-8",
                    "AULENS_STATE", node.folder().toString());

            Result first = BuiltProgram.run(folder, environment, BuiltProgram.LAUNCHER, "demo");
            Result second = BuiltProgram.run(folder, environment, BuiltProgram.LAUNCHER, "demo");

            assertThat(first.status()).as(first.toString()).isEqualTo(ExitStatus.DONE);
            assertThat(first.out()).containsPattern("[1-9][\\d,]* documents created, 1 events known already");
            assertThat(second.out()).contains(" 0 documents created");
            List<String> answers = List.of(first.out().split(Pattern.quote("$ aulens search"), -1));
            assertThat(answers).hasSize(DemoSamples.questions().size() + 1);
            assertThat(answers.get(1)).contains("name=/etc/autofs.conf", "auid=user", "comm=cat", "key=autofs");
            assertThat(answers.get(2))
                    .contains("syscall=unlinkat success=no exit=ENOTEMPTY", "exe=/root/yes_i_changed_you");
            assertThat(answers.get(3)).contains("proctitle=mkdir dir1", "nametype=CREATE", "exe=/bin/mkdir");
            assertThat(answers.get(4)).contains("alice unsuccessfully opened-file /etc/shadow using /usr/bin/cat");
            assertThat(answers.get(4)).contains("What to type next:", "aulens node stop");
        }
    }
}
