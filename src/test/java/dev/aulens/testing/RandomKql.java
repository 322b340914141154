package dev.aulens.testing;

import java.util.List;
import java.util.Random;

/** Makes up queries in KQL, the same for the same seed: some as people write them, some that are none. */
public final class RandomKql {

    private static final List<String> FIELDS = List.of(
            "process.name",
            "process.pid",
            "process.interactive",
            "source.ip",
            "@timestamp",
            "message",
            "event.id",
            "event.original",
            "tags",
            "auditd.extra",
            "auditd.extra.a",
            "auditd.avc.x.y",
            "auditd.paths",
            "auditd",
            "auditd.data.a0",
            "no.such.field",
            "_id",
            "_source",
            "_version",
            "_index",
            "*",
            "process.*",
            "*.ip",
            "auditd.*",
            "event.*",
            "*stamp",
            "no.such.*",
            "\"quoted name\"",
            "a^b",
            "auditd.extra.a^2",
            "\\*",
            "\"\"",
            "null",
            "true",
            "foo bar",
            "a\\:b",
            "\\u0041",
            "nested",
            "\u3000");
    private static final List<String> VALUES = List.of(
            "*",
            "cat",
            "12",
            "-4",
            "1.5",
            "1e3",
            "99999999999999999999",
            "true",
            "false",
            "null",
            "TRUE",
            "\"null\"",
            "10.0.0.1",
            "10.0.0.0/8",
            "10.0.0.0/99",
            "1.2.3",
            "10.0.*",
            "\"::1\"",
            "\"fe80::1/64\"",
            "\"1:2:3\"",
            "2026-11-22",
            "2026",
            "2026-13",
            "\"2026-11-22T08:00:00Z\"",
            "\"2026-11-22T08:00:00.123+02:00\"",
            "now",
            "now-1d/d",
            "now-1x",
            "now-999999y",
            "2026-11-22||+1M/d",
            "1735689600000",
            "/etc/passwd",
            "/etc/*",
            "*a*b*",
            "**",
            "* *",
            "foo bar*",
            "a* AND",
            "OR b*",
            "a*\\\\b",
            "\"a \\\"b\\\" \\\\ c\"",
            "\"\"",
            "\"*\"",
            "\\*",
            "\\u0000",
            "\\ud800",
            "\\u202e",
            "\u00e4\u6f22",
            "\ud83d\ude00*",
            "a?b",
            "a~2",
            "[1 TO 5]",
            "+a -b",
            "and",
            "or",
            "not",
            "cannot",
            "x\\or y",
            "\\(\\)\\{\\}",
            "^",
            "&& ||*",
            "!*",
            "/re.*/",
            "\u3000",
            "a\u00a0b");
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            "(",
            ")",
            "{",
            "}",
            ":",
            "<",
            "<=",
            ">",
            ">=",
            "\"",
            "\\",
            "*",
            "and",
            "or",
            "not",
            " and ",
            " or ",
            "not ",
            "a",
            "process.name",
            "12",
            "\\u",
            "\\u00e4",
            "\t",
            "\n",
            "\u00a0",
            "\u3000",
            "\u0000",
            "\ud800",
            "\u202e",
            "?",
            "-",
            "null",
            "true",
            ".",
            ",",
            "'",
            "[",
            "]");

    private final Random random;

    /** @param seed of all that follows */
    public RandomKql(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a query as the grammar has it; what it asks of fields may make no sense. */
    public String valid() {
        return query(4);
    }

    /** Returns characters that may be a query. */
    public String garbage() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(14); pieces > 0; pieces--) {
            text.append(random.nextInt(5) == 0 ? any(VALUES) : any(PIECES));
        }
        return text.toString();
    }

    /** Returns a query with one character changed, added or left out. */
    public String broken() {
        StringBuilder text = new StringBuilder(valid());
        int at = random.nextInt(text.length() + 1);
        if (random.nextBoolean() && at < text.length()) {
            text.deleteCharAt(at);
        }
        if (random.nextBoolean()) {
            text.insert(at, any(PIECES));
        }
        return text.toString();
    }

    private String query(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 1 -> query(depth - 1) + between() + query(depth - 1);
            case 2 -> "(" + query(depth - 1) + ")";
            case 3 -> "not (" + query(depth - 1) + ")";
            case 4 -> "nested: { " + query(depth - 1) + " }";
            case 5 -> any(FIELDS) + ": (" + values(depth - 1) + ")";
            default -> term();
        };
    }

    private String term() {
        return switch (random.nextInt(5)) {
            case 0 -> any(VALUES);
            case 1 -> any(FIELDS) + " " + any(List.of("<", "<=", ">", ">=")) + " " + any(VALUES);
            default -> any(FIELDS) + any(List.of(":", " : ", ": ")) + any(VALUES);
        };
    }

    private String values(int depth) {
        return switch (depth <= 0 ? 0 : random.nextInt(4)) {
            case 1 -> values(depth - 1) + between() + values(depth - 1);
            case 2 -> "not " + any(VALUES);
            default -> any(VALUES);
        };
    }

    private String between() {
        return any(List.of(" and ", " or ", " AND ", "  Or\n"));
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
