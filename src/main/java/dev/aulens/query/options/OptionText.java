package dev.aulens.query.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an option is written, and what the help says of it.
 *
 * @param names its spellings, the short one first
 * @param label what the help calls the value, null if the option has none
 * @param help its line in the help
 * @param words those that the value can be; none if it can be another
 */
public record OptionText(List<String> names, @Nullable String label, String help, List<String> words) {

    /** The text of an option whose value can be anything, or that has none. */
    public OptionText(List<String> names, @Nullable String label, String help) {
        this(names, label, help, List.of());
    }

    /** Returns the text of an option that stands alone. */
    public static OptionText flag(String help, String... names) {
        return new OptionText(List.of(names), null, help);
    }

    /** Returns the text of an option that has a value. */
    public static OptionText valued(String label, String help, String... names) {
        return new OptionText(List.of(names), label, help);
    }

    /** Returns the same with other names. */
    public OptionText named(List<String> others) {
        return new OptionText(others, label, help, words);
    }

    /** Returns the same with other words, which are also all that the help says. */
    public OptionText oneOf(List<String> others) {
        return new OptionText(names, label, String.join(", ", others), others);
    }

    /** Returns options by each of their spellings. */
    public static <T> Map<String, T> bySpelling(T[] options, Function<T, OptionText> text) {
        Map<String, T> found = new HashMap<>();
        for (T option : options) {
            text.apply(option).names().forEach(name -> found.put(name, option));
        }
        return Map.copyOf(found);
    }
}
