package dev.aulens.render;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formats against the real ausearch, event by event. */
class AusearchParityTest {

    private static final Pattern SEPARATOR = Pattern.compile("^----\n", Pattern.MULTILINE);

    private final OutputFormat.Settings settings =
            new OutputFormat.Settings(Interpreter.load(), ZoneOffset.UTC, DateFormat.C, Escaping.TTY);

    static Stream<Path> logs() {
        return Boolean.getBoolean("aulens.all") ? Corpus.all().stream() : Corpus.own().stream();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void interpretedEventsAreThoseOfAusearch(Path log) throws IOException {
        compare(log, OutputFormat.INTERPRET, "-i");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void defaultEventsAreThoseOfAusearch(Path log) throws IOException {
        compare(log, OutputFormat.DEFAULT, "--format", "default");
    }

    private void compare(Path log, OutputFormat format, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(options));
        String expected = AuditTool.AUSEARCH.run(arguments).output();
        Map<String, Integer> blocks = new LinkedHashMap<>();
        for (String block : SEPARATOR.splitAsStream(expected).toList()) {
            if (!block.isEmpty()) {
                blocks.merge(block, 1, Integer::sum);
            }
        }
        int same = 0;
        List<String> different = new ArrayList<>();
        for (String block : blocks(log, format)) {
            if (blocks.containsKey(block)) {
                same++;
                blocks.merge(block, -1, (a, b) -> a + b == 0 ? null : a + b);
            } else {
                different.add(block);
            }
        }
        if (Boolean.getBoolean("aulens.show")) {
            System.out.println("==== " + log + " " + format + " same " + same + " ours " + different.size() + " theirs "
                    + blocks.size());
            different.stream().limit(40).forEach(b -> System.out.println("+++\n" + b));
            blocks.keySet().stream().limit(40).forEach(b -> System.out.println("---\n" + b));
        }
    }

    private List<String> blocks(Path log, OutputFormat format) throws IOException {
        EventRenderer renderer = format.renderer(settings);
        List<String> blocks = new ArrayList<>();
        for (AuditEvent event : Events.read(log)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            renderer.render(event, Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group")), out);
            blocks.add(out.toString(StandardCharsets.ISO_8859_1).substring("----\n".length()));
        }
        return blocks;
    }
}
