package dev.aulens.bench.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aulens-bench generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Multiply a log by hosts and days, to standard output or a file. The same request always gives"
                + " the same bytes.")
public final class GenerateCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 20;

    @Parameters(paramLabel = "LOG", description = "An audit log; it may be compressed.")
    private Path log;

    @Option(names = "--hosts", paramLabel = "N", defaultValue = "1", description = "How many hosts. Default: 1.")
    private int hosts;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often the log's days follow each other. Default: 1.")
    private int days;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "0",
            description = "About how many events; in place of hosts and days.")
    private long events;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write. Default: standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        LogGenerator generator = events > 0 ? LogGenerator.of(log, events) : LogGenerator.of(log, hosts, days);
        long written;
        if (file == null) {
            OutputStream out = new BufferedOutputStream(System.out, BUFFER);
            written = generator.write(out);
            out.flush();
        } else {
            written = generator.write(file);
        }
        System.err.println(written + " events");
        return 0;
    }
}
