package dev.aulens.cli.index;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What auditd.conf(5) says: lines of {@code key = value}, keys in any case, {@code #} before a comment. */
final class AuditdConfig {

    static final Path USUAL = Path.of("/etc/audit/auditd.conf");

    private static final Path USUAL_LOG = Path.of("/var/log/audit/audit.log");

    private AuditdConfig() {}

    /**
     * Returns the {@code log_file}; auditd's own default if the file does not name one, or is not there.
     *
     * @throws Failure if the file cannot be read
     */
    static Path logFile(Path config) {
        Path log = USUAL_LOG;
        try {
            for (String line : Files.readAllLines(config, StandardCharsets.ISO_8859_1)) {
                int equals = line.indexOf('=');
                if (equals > 0
                        && line.substring(0, equals)
                                .trim()
                                .toLowerCase(Locale.ROOT)
                                .equals("log_file")) {
                    log = Path.of(line.substring(equals + 1).trim());
                }
            }
            return log;
        } catch (NoSuchFileException e) {
            return log;
        } catch (IOException e) {
            throw new Failure(
                    "cannot read " + config + " for the place of the log: " + FileFault.reason(e)
                            + "; name it: aulens tail FILE",
                    e);
        }
    }
}
