package dev.aulens.cli.index;

import dev.aulens.cli.Aulens;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counts that a run of {@code aulens index} has printed. */
record IndexCounts(int lines, int created, int joined) {

    /** @throws AssertionError if the run has printed none */
    static IndexCounts of(Aulens.Run run) {
        return new IndexCounts(
                count(run, "([\\d,]+) lines"),
                count(run, "([\\d,]+) documents created"),
                count(run, "([\\d,]+) joined"));
    }

    private static int count(Aulens.Run run, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(run.out());
        if (!found.find()) {
            throw new AssertionError(run.toString());
        }
        return Integer.parseInt(found.group(1).replace(",", ""));
    }
}
