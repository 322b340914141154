package dev.aulens.report;

import dev.aulens.Failure;
import dev.aulens.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a file of rules, as auditctl(8) reads it: {@code -k key} and {@code -F key=key} of a rule on a line of its
 * own; a rule may have several. Lines that begin with {@code #} are comments.
 *
 * @param keys in the order of the file, each at its first line
 */
public record RuleFile(List<Key> keys) {

    private static final String FIELD = "key=";

    public RuleFile {
        keys = List.copyOf(keys);
    }

    /**
     * A key.
     *
     * @param name the key
     * @param line the number of the first line that has it, from 1
     * @param rule that line
     */
    public record Key(String name, int line, String rule) {}

    /**
     * Reads a file.
     *
     * @throws Failure if it cannot be read
     */
    public static RuleFile read(Path file) {
        try {
            return of(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Failure("cannot read the rules in " + file + ": " + FileFault.reason(e), e);
        }
    }

    /** Returns the keys of rules. */
    static RuleFile of(List<String> lines) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String rule = lines.get(i).strip();
            for (String name : keys(rule)) {
                keys.putIfAbsent(name, new Key(name, i + 1, rule));
            }
        }
        return new RuleFile(List.copyOf(keys.values()));
    }

    private static List<String> keys(String rule) {
        if (!rule.startsWith("-a") && !rule.startsWith("-A") && !rule.startsWith("-w")) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        String[] words = rule.split("\\s+", -1);
        for (int i = 1; i < words.length; i++) {
            String option = words[i - 1];
            if (option.equals("-k")) {
                keys.add(words[i]);
            } else if (option.equals("-F") && words[i].startsWith(FIELD)) {
                keys.add(words[i].substring(FIELD.length()));
            }
        }
        return keys;
    }
}
