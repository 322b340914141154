package dev.aulens.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that benchmarks run. */
public final class Programs {

    /** What the launcher gives to {@code aulens index}. */
    private static final List<String> INDEX_OPTIONS = List.of("-Xms64m", "-Xmx192m", "-XX:+UseSerialGC");

    private Programs() {}

    /** Returns where a program is, empty if it is not installed. */
    public static Optional<Path> find(String name) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                        Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns a command on the first core alone, if the machine can do that. */
    public static List<String> onOneCore(List<String> command) {
        List<String> words = new ArrayList<>();
        find("taskset").ifPresent(taskset -> words.addAll(List.of(taskset.toString(), "-c", "0")));
        words.addAll(command);
        return List.copyOf(words);
    }

    /** Returns a command that runs a class of the benchmarks in a JVM like that of {@code aulens index}. */
    public static List<String> java(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(INDEX_OPTIONS);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }
}
