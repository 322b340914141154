package dev.aulens.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What one should know of the machine to judge figures that were measured on it. */
public final class Machine {

    private Machine() {}

    /** Returns facts by their names, in the order in which they are to be read. */
    public static Map<String, String> facts() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("system", field("/etc/os-release", "PRETTY_NAME=").replace("\"", ""));
        facts.put(
                "kernel",
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip());
        facts.put(
                "processor",
                Runtime.getRuntime().availableProcessors() + " x " + field("/proc/cpuinfo", "model name\t: "));
        facts.put("memory", field("/proc/meminfo", "MemTotal:").strip());
        facts.put("java", System.getProperty("java.runtime.version", ""));
        facts.put("load before", Files.readString(Path.of("/proc/loadavg")).strip());
        return facts;
    }

    private static String field(String file, String start) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .map(line -> line.substring(start.length()))
                    .orElse("unknown");
        }
    }
}
