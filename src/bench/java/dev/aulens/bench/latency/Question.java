package dev.aulens.bench.latency;

import java.util.ArrayList;
import java.util.List;

/**
 * A search to time.
 *
 * @param words of the command, where {@code {}} stands for a value of the log
 * @param field of which the value is taken; empty: no value
 * @param pick which of its values
 * @param otherwise the value where the log has none
 */
record Question(List<String> words, String field, Pick pick, String otherwise) {

    private static final String VALUE = "{}";
    private static final int COLUMNS = 4;

    /** Which value of a field. */
    enum Pick {
        /** The one that most events have: the most to look at. */
        COMMON,
        /** One that fewest events have. */
        RARE,
        /** None: the words are complete. */
        NONE
    }

    Question {
        words = List.copyOf(words);
    }

    /** Reads a line of questions.tsv. */
    static Question parse(String line) {
        String[] columns = line.split("\t", COLUMNS);
        if (columns.length == 1) {
            return new Question(List.of(columns[0].split(" ", -1)), "", Pick.NONE, "");
        }
        return new Question(
                List.of(columns[0].split(" ", -1)),
                columns[1],
                Pick.valueOf(columns[2].toUpperCase(java.util.Locale.ROOT)),
                columns.length == COLUMNS ? columns[COLUMNS - 1] : "");
    }

    /** Returns the words of the command with a value. */
    List<String> words(String value) {
        List<String> complete = new ArrayList<>();
        for (String word : words) {
            complete.add(word.equals(VALUE) ? value : word);
        }
        return List.copyOf(complete);
    }
}
