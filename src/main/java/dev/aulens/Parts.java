package dev.aulens;

import java.util.ArrayList;
import java.util.List;

/** Texts apart at a character, without the regular expressions of {@link String#split}. */
public final class Parts {

    private Parts() {}

    /** Returns what stands before, between and after the separators, empty parts too: one part at least. */
    public static List<String> of(String text, char separator) {
        int to = text.indexOf(separator);
        if (to < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (; to >= 0; to = text.indexOf(separator, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
