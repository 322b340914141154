package dev.aulens.cli.demo;

import dev.aulens.TableResource;
import dev.aulens.source.LogInput;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** What the demonstration works with, from the tables {@code samples.tsv} and {@code questions.tsv}. */
final class DemoSamples {

    private DemoSamples() {}

    /**
     * A log that the program carries.
     *
     * @param input its lines
     * @param host that wrote it
     * @param zone of its dates, if they are dates
     */
    record Sample(LogInput input, String host, ZoneId zone) {}

    /**
     * Something that people asked.
     *
     * @param text the question
     * @param words of the command that answers it, without the program's name
     */
    record Question(String text, List<String> words) {}

    static List<Sample> logs() {
        return TableResource.rows(DemoSamples.class, "samples.tsv").stream()
                .map(row -> new Sample(input(row.get(0)), row.get(1), ZoneId.of(row.get(2))))
                .toList();
    }

    static List<Question> questions() {
        return TableResource.rows(DemoSamples.class, "questions.tsv").stream()
                .map(row -> new Question(row.get(0), List.of(row.get(1).split(" ", -1))))
                .toList();
    }

    private static LogInput input(String file) {
        return new LogInput("demo/" + file, -1, () -> open(file));
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(DemoSamples.class.getResourceAsStream(file), file);
    }
}
