package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Events that ausearch 3.0.9 splits at their LOGIN record, and 4.x does not. */
public final class SplitLogins {

    private static final Pattern ID = Pattern.compile("(?:node=(\\S+) type=\\S+ msg=)?audit\\(([^)]*)\\)");

    private SplitLogins() {}

    /** Returns a log without them. */
    public static byte[] withoutThem(byte[] bytes) {
        String log = new String(bytes, ISO_8859_1);
        Map<String, Integer> records = new HashMap<>();
        Set<String> logins = new HashSet<>();
        for (String line : log.split("\n", -1)) {
            records.merge(id(line), 1, Integer::sum);
            if (line.contains("type=LOGIN ")) {
                logins.add(id(line));
            }
        }
        StringBuilder rest = new StringBuilder();
        for (String line : log.split("(?<=\n)", -1)) {
            String id = id(line);
            if (!logins.contains(id) || records.getOrDefault(id, 0) == 1) {
                rest.append(line);
            }
        }
        return rest.toString().getBytes(ISO_8859_1);
    }

    private static String id(String line) {
        Matcher id = ID.matcher(line);
        return id.find() ? id.group(1) + " " + id.group(2) : "";
    }
}
