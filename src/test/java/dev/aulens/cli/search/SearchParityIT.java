package dev.aulens.cli.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.SplitLogins;
import dev.aulens.event.EventAssembler;
import dev.aulens.render.KnownDifference;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches against the real ausearch: every event that it finds is found, and printed the same. The values searched for
 * are taken from the log, the same ones each time.
 *
 * <p>aulens may find more (ausearch drops events that it calls malformed). What else may differ is in {@link KnownDifference} and {@link #KNOWN}: rows of
 * docs/differences.md. csv and text are compared event by event elsewhere.
 */
@ExtendWith(RealElasticsearch.class)
class SearchParityIT {

    /** Dozens of unrelated records with one id, which ausearch takes for several events. */
    private static final Set<String> ONE_ID = Set.of("wazuh-whodata-tests.log");

    private static final int QUERIES = 9;
    private static final int LARGEST = 2_000_000;
    private static final Pattern ID = Pattern.compile("(?:node=(\\S+) type=\\S+ msg=)?audit\\(([^)]*)\\)");
    private static final List<List<String>> FORMATS = List.of(List.of("--raw"), List.of(), List.of("-i"));

    /** Options and how their values are written in a log. */
    private static final Map<String, Pattern> VALUES = values();

    private static Map<String, Pattern> values() {
        Map<String, Pattern> values = new LinkedHashMap<>();
        values.put("-k", Pattern.compile("\\bkey=\"([^\"]+)\""));
        values.put("-c", Pattern.compile("\\bcomm=\"([^\"]+)\""));
        values.put("-x", Pattern.compile("\\bexe=\"([^\"]+)\""));
        values.put("-f", Pattern.compile("\\bname=\"([^\"]+)\""));
        values.put("-p", Pattern.compile("\\bpid=(\\d+)"));
        values.put("-pp", Pattern.compile("\\bppid=(\\d+)"));
        values.put("-ui", Pattern.compile("\\buid=(\\d+)"));
        values.put("-ue", Pattern.compile("\\beuid=(\\d+)"));
        values.put("-ul", Pattern.compile("\\bauid=(\\d+)"));
        values.put("-ga", Pattern.compile("\\bgid=(\\d+)"));
        values.put("-sc", Pattern.compile("\\bsyscall=(\\d+)"));
        values.put("-e", Pattern.compile("\\bexit=(-?\\d+)"));
        values.put("-m", Pattern.compile("\\btype=([A-Z][A-Z0-9_]+) msg="));
        values.put("-a", Pattern.compile("msg=audit\\(\\d+\\.\\d+:(\\d+)\\)"));
        values.put("-tm", Pattern.compile("\\b(?:tty|terminal)=([\\w/]+)"));
        values.put("--session", Pattern.compile("\\bses=(\\d+)"));
        values.put("-su", Pattern.compile("\\bsubj=([\\w.:,-]+)"));
        values.put("-o", Pattern.compile("\\bobj=([\\w.:,-]+)"));
        values.put("-n", Pattern.compile("^node=(\\S+)", Pattern.MULTILINE));
        values.put("--arch", Pattern.compile("\\barch=([0-9a-f]+)"));
        return values;
    }

    /** Events that only ausearch finds: the option, and what stands in such an event. */
    private record OnlyAusearch(Set<String> options, Pattern event) {}

    private static final List<OnlyAusearch> KNOWN = List.of(
            // auid= taken for uid=; 0 where the field is not understood
            new OnlyAusearch(
                    Set.of("-ui"), Pattern.compile("type=(SECCOMP|ANOM_\\w+|INTEGRITY_\\w+|TTY|NETFILTER_CFG) ")),
            new OnlyAusearch(Set.of("-ui"), Pattern.compile("type=USER_AVC .*\\buid=.* auid=")),
            // LOGIN of old kernels: the new user and session
            new OnlyAusearch(Set.of("-ul", "--session"), Pattern.compile("type=LOGIN .* new (auid|ses)=")),
            // a session that the record does not name
            new OnlyAusearch(Set.of("--session"), Pattern.compile("type=(NETFILTER_CFG|EVENT_LISTENER) ")),
            // 0 where there is no system call
            new OnlyAusearch(Set.of("-sc"), Pattern.compile("^(?!.*type=SYSCALL )", Pattern.DOTALL)));

    @TempDir
    private Path folder;

    static Stream<Path> logs() {
        return Corpus.all().stream()
                .filter(log -> log.toString().endsWith(".log"))
                .filter(log -> log.toFile().length() < LARGEST)
                .filter(log -> !ONE_ID.contains(log.getFileName().toString()));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void findsWhatAusearchFinds(Path original, TestCluster cluster) throws IOException {
        Path log = folder.resolve("audit.log");
        Files.write(log, SplitLogins.withoutThem(Files.readAllBytes(original)));
        Aulens aulens = Aulens.on(cluster);
        assertThat(aulens.run("index", log.toString()).err()).doesNotContain("Exception");
        List<String> differences = new ArrayList<>();
        for (List<String> query : queries(new String(Files.readAllBytes(log), ISO_8859_1))) {
            compare(query, ausearch(log, query), aulens.run(words("search", query)), differences);
        }

        assertThat(differences).as(original.getFileName().toString()).isEmpty();
    }

    /** An event of which ausearch makes several has no one place there, and is left out; a LOGIN waits as in 4.x. */
    @ParameterizedTest
    @MethodSource("logs")
    void printsInAusearchsOrder(Path original, TestCluster cluster) throws IOException {
        Path log = folder.resolve("audit.log");
        Files.write(log, SplitLogins.withoutThem(Files.readAllBytes(original)));
        Aulens aulens = Aulens.on(cluster);
        aulens.run("index", log.toString());
        List<String> query = List.of("-m", "ALL", "--raw");
        String printed = ausearch(log, query);
        List<String> theirs = ids(printed, query);
        List<String> ours = ids(aulens.run(words("search", query)).out(), query);
        List<String> reverse =
                ids(aulens.run("search", "-m", "ALL", "--raw", "--reverse").out(), query);
        Set<String> inBoth = new HashSet<>(ours);
        inBoth.removeIf(id -> Collections.frequency(theirs, id) != 1);
        events(printed, query).stream()
                .filter(event -> event.contains("type=LOGIN "))
                .map(SearchParityIT::id)
                .forEach(inBoth::remove);
        ours.retainAll(inBoth);
        theirs.retainAll(inBoth);
        if (isInDisorder(theirs)) {
            assertThat(inBoth).hasSameElementsAs(theirs);
            return;
        }
        reverse.retainAll(inBoth);

        assertThat(ours).isEqualTo(theirs);
        Collections.reverse(reverse);
        assertThat(reverse).isEqualTo(theirs);
    }

    /** Tells whether time runs back by more than events wait; then aulens prints in order of time. */
    private static boolean isInDisorder(List<String> ids) {
        double latest = 0;
        for (String id : ids) {
            double time = Double.parseDouble(id.substring(id.indexOf(' ') + 1, id.indexOf(':', id.indexOf(' '))));
            if (latest - time > EventAssembler.TIMEOUT_SECONDS) {
                return true;
            }
            latest = Math.max(latest, time);
        }
        return false;
    }

    private static List<String> ids(String output, List<String> query) {
        return new ArrayList<>(
                events(output, query).stream().map(SearchParityIT::id).toList());
    }

    private static void compare(List<String> query, String theirs, Aulens.Run ours, List<String> differences) {
        assertThat(ours.err()).as(query.toString()).matches("(<no matches>\n)?");
        Map<String, List<String>> found = new HashMap<>();
        for (String event : events(ours.out(), query)) {
            found.computeIfAbsent(id(event), id -> new ArrayList<>()).add(event);
        }
        for (String event : events(theirs, query)) {
            List<String> same = found.getOrDefault(id(event), List.of());
            if (!same.contains(event) && !isKnown(query, event, same)) {
                differences.add("\n" + String.join(" ", query) + "\nausearch: " + event + "\naulens: " + same);
            }
        }
    }

    private static boolean isKnown(List<String> query, String event, List<String> same) {
        if (same.isEmpty()) {
            return KNOWN.stream()
                    .anyMatch(known -> query.stream().anyMatch(known.options()::contains)
                            && known.event().matcher(event).find());
        }
        return same.stream().anyMatch(our -> explained(our.split("\n", -1), event.split("\n", -1)));
    }

    /** Tells whether all records of ausearch's event are among ours, but for what is known to differ. */
    private static boolean explained(String[] ours, String[] theirs) {
        return Stream.of(theirs)
                .allMatch(their ->
                        Stream.of(ours).anyMatch(our -> our.equals(their) || KnownDifference.explain(our, their)));
    }

    private String ausearch(Path log, List<String> query) {
        String[] words = words("-if", query);
        List<String> arguments = new ArrayList<>(List.of("-if", log.toString()));
        arguments.addAll(List.of(words).subList(1, words.length));
        byte[] bytes = AuditTool.AUSEARCH
                .run(arguments, Map.of("TZ", java.time.ZoneId.systemDefault().getId()))
                .output()
                .getBytes(ISO_8859_1);
        return new String(bytes, UTF_8);
    }

    private static String[] words(String first, List<String> query) {
        return Stream.concat(Stream.of(first), query.stream()).toArray(String[]::new);
    }

    /** Returns a fixed choice of queries for values of the log, each in one of the formats. */
    private static List<List<String>> queries(String log) {
        Random random = new Random(log.length());
        List<List<String>> queries = new ArrayList<>();
        FORMATS.forEach(format -> queries.add(query(List.of("-m", "ALL"), format)));
        List<List<String>> conditions = new ArrayList<>();
        VALUES.forEach((option, pattern) -> {
            List<String> values = pattern.matcher(log)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                conditions.add(List.of(option, values.get(random.nextInt(values.size()))));
            }
        });
        while (!conditions.isEmpty() && queries.size() < QUERIES) {
            List<String> condition = conditions.remove(random.nextInt(conditions.size()));
            queries.add(query(condition, FORMATS.get(random.nextInt(FORMATS.size()))));
        }
        return queries;
    }

    private static List<String> query(List<String> condition, List<String> format) {
        return Stream.concat(condition.stream(), format.stream()).toList();
    }

    /** Returns the events in an output, each as one piece of text. */
    private static List<String> events(String output, List<String> query) {
        if (!query.contains("--raw")) {
            return Stream.of(output.split("----\n", -1))
                    .filter(event -> !event.isEmpty())
                    .toList();
        }
        List<String> events = new ArrayList<>();
        String last = "";
        for (String line : output.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            int end = events.size() - 1;
            if (id(line).equals(last)) {
                events.set(end, events.get(end) + "\n" + line);
            } else {
                events.add(line);
            }
            last = id(line);
        }
        return events;
    }

    private static String id(String event) {
        Matcher id = ID.matcher(event);
        return id.find() ? id.group(1) + " " + id.group(2) : "";
    }
}
