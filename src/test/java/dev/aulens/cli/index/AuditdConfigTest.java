package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditdConfigTest {

    private static final Path USUAL = Path.of("/var/log/audit/audit.log");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "log_file = /srv/audit.log, /srv/audit.log",
        "LOG_FILE=/srv/audit.log, /srv/audit.log",
        "# log_file = /srv/audit.log, /var/log/audit/audit.log",
        "log_format = RAW, /var/log/audit/audit.log"
    })
    void namesTheLog(String line, Path log) throws IOException {
        Path config = Files.writeString(folder.resolve("auditd.conf"), "#\n\nwrite_logs = yes\n" + line + "\n");

        assertThat(AuditdConfig.logFile(config)).isEqualTo(log);
    }

    @Test
    void mayBeMissing() {
        assertThat(AuditdConfig.logFile(folder.resolve("auditd.conf"))).isEqualTo(USUAL);
    }
}
