package dev.aulens.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program that the build has made, without what this user has set for it. */
public final class Aulens {

    private static final List<String> SETTINGS = List.of("ES_", "AULENS_", "KIBANA_");

    private final Bench bench;
    private final Map<String, String> variables;

    /** The program without a server. */
    public Aulens(Bench bench) {
        this(bench, Map.of());
    }

    private Aulens(Bench bench, Map<String, String> variables) {
        this.bench = bench;
        this.variables = variables;
    }

    /** Returns the same with another variable of the environment. */
    public Aulens with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new Aulens(bench, Map.copyOf(more));
    }

    /** Returns a command; what it prints is dropped unless it is redirected elsewhere. */
    public ProcessBuilder command(List<String> words) throws IOException {
        Path settings = bench.work().resolve("aulens.properties");
        if (!Files.exists(settings)) {
            Files.createFile(settings);
        }
        List<String> all = new ArrayList<>(List.of(bench.aulens().toString()));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(bench.work().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
        environment.put("AULENS_CONFIG", settings.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.putAll(variables);
        return builder;
    }

    /** Returns a command of these words. */
    public ProcessBuilder command(String... words) throws IOException {
        return command(List.of(words));
    }
}
