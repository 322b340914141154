package dev.aulens.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Where aulens prints something else than ausearch 3.0.9 on purpose: the rows of docs/differences.md.
 *
 * @param why what differs
 * @param explains tells whether two words, first aulens's, differ for that reason
 */
public record KnownDifference(String why, BiPredicate<String, String> explains) {

    private static final List<KnownDifference> ALL = List.of(new KnownDifference(
            "more bytes that a terminal obeys are escaped",
            (ours, theirs) -> ours.indexOf('\\') >= 0 && theirs.chars().anyMatch(c -> c >= 0x7F)));

    /** A machine that 3.0.9 does not know, or whose system calls nobody knows: the whole line is known to differ. */
    private static final String UNKNOWN_MACHINE = "arch=unknown-elf-type(";

    /** Tells whether all words in which the lines differ are known to differ. */
    public static boolean explain(String ours, String theirs) {
        if (theirs.contains(UNKNOWN_MACHINE)) {
            return true;
        }
        List<String> our = words(ours);
        List<String> their = words(theirs);
        if (our.size() != their.size()) {
            return false;
        }
        for (int i = 0; i < our.size(); i++) {
            if (!our.get(i).equals(their.get(i)) && !isKnown(our.get(i), their.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(String ours, String theirs) {
        return ALL.stream().anyMatch(difference -> difference.explains.test(ours, theirs));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(' '); to >= 0; to = line.indexOf(' ', from)) {
            words.add(line.substring(from, to));
            from = to + 1;
        }
        words.add(line.substring(from));
        return words;
    }
}
