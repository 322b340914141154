package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot be meant are told about in one line, before a server is asked. */
class WrongValuesTest {

    private static final String RECORD = "type=CWD msg=audit(1700000000.123:1): cwd=\"/\"\n";

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeALog() throws IOException {
        log = Files.writeString(folder.resolve("audit.log"), RECORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    verify --limit -3 LOG                     | --limit is a number from 0 on, not -3
                    tail --metrics-port 70000 -               | --metrics-port is a number from 0 to 65535, not 70000
                    tail --metrics-port -1 -                  | --metrics-port is a number from 0 to 65535, not -1
                    tail --latency 200000d -                  | '200000d' is less than 0s or more than 36500d
                    tail --latency=-2s -                      | '-2s' is less than 0s or more than 36500d
                    index --retry-for 200000d LOG             | '200000d' is less than 0s or more than 36500d
                    index --host= LOG                         | --host has no name
                    verify --host= LOG                        | --host has no name
                    node logs -n -2                           | --lines is a number from 0 on, not -2
                    index --passwd /no/passwd LOG             | groups: /no/passwd: no such file; correct --passwd
                    index --keep-dead-letters LOG LOG         | LOG is one of the inputs; name another file
                    index --keep-dead-letters LOG DIR         | LOG is one of the inputs; name another file
                    index --keep-dead-letters DIR/audit.log.9 DIR | DIR/audit.log.9 is one of the inputs
                    tail --keep-dead-letters DIR/audit.log.9 LOG  | DIR/audit.log.9 is one of the inputs
                    tail --keep-dead-letters LOG LOG          | LOG is one of the inputs; name another file
                    tail --checkpoint LOG/x LOG               | cannot lock the checkpoint
                    tail --checkpoint DIR/c --keep-dead-letters LOG /   | / is a directory
                    tail --checkpoint DIR/c /dev/null         | /dev/null is a pipe or a device
                    """)
    void areRefused(String command, String message) {
        List<String> words = List.of(placed(command).trim().split(" +"));

        Aulens.Run run = Aulens.alone().run(words.toArray(String[]::new));

        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .startsWith("aulens: ")
                .contains(placed(message))
                .doesNotContain("unexpected fault")
                .hasLineCount(1);
        assertThat(log).hasContent(RECORD.trim());
    }

    private String placed(String text) {
        return text.replace("LOG", log.toString()).replace("DIR", folder.toString());
    }

    @Test
    void anEmptyNameIsToldWhatToName() {
        assertThat(Aulens.alone().run("index", "").err())
                .isEqualTo("aulens: the name of a log is empty; name a log file, a directory with audit.log, or - for"
                        + " standard input\n");
    }

    @Test
    void aPipeIsNotFollowedByName() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Aulens.Run run =
                Aulens.alone().run("tail", "--checkpoint", folder.resolve("c").toString(), pipe.toString());

        assertThat(run.err()).contains(pipe + " is a pipe or a device").contains("aulens tail -");
    }
}
