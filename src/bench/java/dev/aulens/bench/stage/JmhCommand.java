package dev.aulens.bench.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aulens-bench jmh}. */
@Command(
        name = "jmh",
        description = {
            "Run the JMH benchmarks of each stage: lines, records, events, interpret, csv, documents.",
            "What follows the log goes to JMH: -prof gc, -f 3, -p megabytes=64, a pattern of names; -h tells."
        })
public final class JmhCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LOG", description = "An audit log; it may be compressed.")
    private Path log;

    @Parameters(index = "1..*", paramLabel = "WORD", description = "An argument of JMH.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException {
        List<String> words = new ArrayList<>(List.of("-p", "log=" + log.toAbsolutePath()));
        words.addAll(arguments);
        Main.main(words.toArray(String[]::new));
        return 0;
    }
}
