package dev.aulens.query.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.locale.DateFormat;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.ArgumentParser.Dialect;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.Escaping;
import dev.aulens.render.OutputFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentParserTest {

    private static final RecordTypes TYPES = RecordTypes.load();
    private static final SearchBar SEARCH_BAR =
            new SearchBar(DataView.of(Map.of("process.name", "keyword", "process.pid", "long")), ZoneOffset.UTC);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T15:42:07Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("dev.aulens.query.options.WrongUsage#all")
    void whatAusearchRefusesIsRefusedInItsWords(WrongUsage wrong) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(Dialect.AUSEARCH, wrong.list()))
                .withMessageStartingWith(wrong.message());
    }

    @ParameterizedTest
    @CsvSource({
        "-a 5x, 'Audit event id must be a numeric value, was 5x'",
        "-a 4294967296, 'Audit event id must be a numeric value, was 4294967296'",
        "-p 300x, 'Process id must be a numeric value, was 300x'",
        "-ua 300x, User ID is non-numeric and unknown (300x)",
        "-sc 5x, Syscall 5x not found",
        "-e 1x, 'Unknown errno, was 1x'",
        "--limit 0, '--limit needs a number from 1 up, was 0'",
        "--limit x, '--limit needs a number from 1 up, was x'",
    })
    void numberWithAnythingBehindItIsNone(String words, String message) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(Dialect.AULENS, List.of(words.split(" "))))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--count --limit 3, --limit and --just-one",
        "--just-one --count, --limit and --just-one",
        "--count --checkpoint f, no checkpoint can go on",
        "--explain -ts checkpoint, no checkpoint can go on",
        "--checkpoint f --kibana-link, no checkpoint can go on"
    })
    void optionsThatWouldHaveNoEffectAreRefused(String words, String message) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(Dialect.AULENS, List.of(words.split(" "))))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count", "--limit 1", "--reverse", "--checkpoint f", "--format json", "--just-one"})
    void linksHaveConditionsOnly(String words) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(Dialect.LINK, List.of(words.split(" "))))
                .withMessageContaining("is an unsupported option");
    }

    @Nested
    class Conditions {

        @ParameterizedTest
        @CsvSource({
            "-a 101,              event.sequence, 101",
            "--event 101,         event.sequence, 101",
            "-p 12,               process.pid, 12",
            "-pp 12,              process.parent.pid, 12",
            "--session 3,         auditd.session, 3",
            "-ul 1000,            auditd.user.audit.id, 1000",
            "-ul -2,              auditd.user.audit.id, 4294967294",
            "--arch C000003E,     auditd.data.arch, x86_64",
            "-sc 257,             auditd.data.syscall_number, 257",
            "-sc OPENAT,          auditd.data.syscall, openat",
            "-e -13,              auditd.data.exit_code, -13",
            "-e 0x1f,             auditd.data.exit_code, 31",
            "-e -eacces,          auditd.data.exit_code, -13",
            "-sv yes,             auditd.result, success",
            "-sv no,              auditd.result, fail",
            "-sv yesno,           auditd.result, fail",
            "-m login,            auditd.record_types, LOGIN",
            "-m 1300,             auditd.record_types, SYSCALL",
            "-m unknown[4000],    auditd.record_types, UNKNOWN[4000]",
            "-n web1,             host.name, web1",
        })
        void valueIsATerm(String words, String field, String value) throws WrongUsageException {
            assertThat(filter(words)).isEqualTo(new Filter.Term(field, value));
        }

        @ParameterizedTest
        @CsvSource({
            "-c, process.name",
            "-x, process.executable",
            "-k, auditd.key",
            "-su, auditd.subject",
            "-o, auditd.object",
            "-uu, auditd.data.uuid",
            "-vm, auditd.data.vm",
        })
        void textIsAPartOrWithWordTheWhole(String option, String field) throws WrongUsageException {
            assertThat(filter(option + " a*b")).isEqualTo(new Filter.Contains(field, "a*b"));
            assertThat(filter(option + " a*b -w")).isEqualTo(new Filter.Term(field, "a*b"));
        }

        @ParameterizedTest
        @CsvSource({
            "-f, auditd.path.accessed auditd.path.created auditd.path.deleted auditd.path.parent"
                    + " auditd.path.relative process.working_directory auditd.data.path auditd.data.name auditd.data.cwd"
                    + " auditd.data.new-disk auditd.data.socket.path",
            "-hn, auditd.data.hostname auditd.data.addr auditd.data.saddr auditd.data.socket.addr",
            "-tm, auditd.data.tty auditd.data.terminal",
            "-se, auditd.subject auditd.object",
        })
        void textIsLookedForInSeveralFields(String option, String fields) throws WrongUsageException {
            List<Filter.Contains> any = Stream.of(fields.split(" "))
                    .map(field -> new Filter.Contains(field, "x"))
                    .toList();
            assertThat(filter(option + " x")).isEqualTo(Filter.any(any));
        }

        @Test
        void minusOneIsUnset() throws WrongUsageException {
            assertThat(filter("-ul -1")).isEqualTo(either("auditd.user.audit.id", "4294967295", "unset"));
            assertThat(filter("--session -1")).isEqualTo(either("auditd.session", "4294967295", "unset"));
        }

        @Test
        void nameOfAnErrorIsItsNumberWithEitherSign() throws WrongUsageException {
            assertThat(filter("-e EACCES")).isEqualTo(either("auditd.data.exit_code", "-13", "13"));
        }

        @Test
        void noKeyIsFoundByHowTheKernelWritesIt() throws WrongUsageException {
            assertThat(filter("-k null"))
                    .isEqualTo(Filter.any(
                            new Filter.Contains("auditd.key", "null"),
                            Filter.all(
                                    new Filter.Term("auditd.record_types", "SYSCALL"),
                                    Filter.not(new Filter.Exists("auditd.key")))));
        }

        @Test
        void nodeMayHaveWildcards() throws WrongUsageException {
            assertThat(filter("-n web*")).isEqualTo(new Filter.Wildcard("host.name", "web*"));
        }

        @Test
        void inputIsAFileOrAFolder() throws WrongUsageException {
            String here = Path.of("").toAbsolutePath().toString();
            assertThat(filter("-if log/../audit.log"))
                    .isEqualTo(Filter.any(
                            new Filter.Term("log.file.path", here + "/audit.log"),
                            new Filter.Prefix("log.file.path", here + "/audit.log/")));
        }

        @Test
        void differentOptionsMustAllHold() throws WrongUsageException {
            assertThat(filter("-p 1 -ts today -te now"))
                    .isEqualTo(Filter.all(
                            new Filter.Range("@timestamp", new Filter.Bound("2026-11-18T00:00:00Z", true), null),
                            new Filter.Range("@timestamp", null, new Filter.Bound("2026-11-18T15:42:07.999Z", true)),
                            new Filter.Term("process.pid", "1")));
        }
    }

    @Nested
    class Repetition {

        @ParameterizedTest
        @CsvSource({"-ua 7, -ui 8", "-ua 7, -ue 8", "-ua 7, -ul 8", "-ga 7, -gi 8", "-ga 7, -ge 8"})
        void partOfUserOrGroupAfterAllOfThemIsAnAlternative(String all, String part) throws WrongUsageException {
            assertThat(filter(all + " " + part)).isEqualTo(Filter.any(filter(all), filter(part)));
            assertThat(filter(part + " " + all)).isEqualTo(filter(all));
            assertThat(filter(all + " " + part + " " + all)).isEqualTo(filter(all));
        }

        @Test
        void queriesOfKibanaMustAllHold() throws WrongUsageException {
            assertThat(filter("--kql process.name:a --kql process.name:b"))
                    .isEqualTo(Filter.all(filter("--kql process.name:a"), filter("--kql process.name:b")));
            assertThat(filter("--lucene a:b --lucene c:d"))
                    .isEqualTo(Filter.all(filter("--lucene a:b"), filter("--lucene c:d")));
        }

        @Test
        void lastValueCounts() throws WrongUsageException {
            assertThat(filter("-p 1 -p 2")).isEqualTo(new Filter.Term("process.pid", "2"));
        }

        @Test
        void messageTypesAndNodesAddUp() throws WrongUsageException {
            assertThat(filter("-m LOGIN,,SYSCALL -m CWD"))
                    .isEqualTo(either("auditd.record_types", "LOGIN", "SYSCALL", "CWD"));
            assertThat(filter("-n a -n b")).isEqualTo(either("host.name", "a", "b"));
        }

        @Test
        void allTypesAskNothingAndAddNothing() throws WrongUsageException {
            assertThat(filter("-m all")).isEqualTo(new Filter.Everything());
            assertThat(filter("-m LOGIN -m ALL")).isEqualTo(new Filter.Term("auditd.record_types", "LOGIN"));
            assertThat(filter("-m ,")).isEqualTo(new Filter.Everything());
        }

        @Test
        void contextReplacesSubjectAndObjectAndTheOtherWayRound() throws WrongUsageException {
            assertThat(filter("-su a -o b -se c")).isEqualTo(filter("-se c"));
            assertThat(filter("-se c -su a -o b")).isEqualTo(filter("-su a -o b"));
        }
    }

    @Nested
    class Output {

        @ParameterizedTest
        @CsvSource({
            "-i, INTERPRET",
            "-r, RAW",
            "--format interpxx, INTERPRET",
            "--format csv, CSV",
            "--format text, TEXT",
            "--format json, JSON",
            "--format default -i, INTERPRET",
            "-k x, DEFAULT"
        })
        void formatIsAsked(String words, OutputFormat format) throws WrongUsageException {
            assertThat(parse(Dialect.AUSEARCH, List.of(words.split(" "))).format())
                    .isEqualTo(format);
        }

        @Test
        void ownOptionsAreRead() throws WrongUsageException {
            SearchOptions options = parse(
                    Dialect.AULENS,
                    List.of("--index", "web", "--limit", "7", "--reverse", "--no-pager", "--escape", "shell"));
            assertThat(options.index()).hasValue("web");
            assertThat(options.limit()).hasValue(7);
            assertThat(options.flags()).containsExactlyInAnyOrder(SearchOption.REVERSE, SearchOption.NO_PAGER);
            assertThat(options.escaping()).isEqualTo(Escaping.SHELL);
        }

        @Test
        void helpEndsTheReading() throws WrongUsageException {
            assertThat(parse(Dialect.AUSEARCH, List.of("-k", "x", "-h", "foo")).has(SearchOption.HELP))
                    .isTrue();
        }

        @Test
        void checkpointIsAFileAndATime() throws WrongUsageException {
            SearchOptions options = parse(Dialect.AUSEARCH, List.of("--checkpoint", "f", "-ts", "checkpoint"));
            assertThat(options.checkpoint()).hasValue(Path.of("f"));
            assertThat(options.has(SearchOption.CHECKPOINT)).isTrue();
            assertThat(options.filter()).isEqualTo(new Filter.Everything());
        }
    }

    @Nested
    class Words {

        @Test
        void everyWordIsLookedForInTextAndPaths() throws WrongUsageException {
            Filter.And filter = (Filter.And) filter("deleted -i shadow");
            assertThat(filter.all()).hasSize(2);
            assertThat(((Filter.Or) filter.all().get(1)).any())
                    .contains(
                            new Filter.Phrase("message", "shadow"),
                            new Filter.Contains("process.command_line", "shadow"),
                            new Filter.Contains("auditd.path.deleted", "shadow"));
        }

        @Test
        void wordBehindATimeIsAWordUnlessItCanBeATime() throws WrongUsageException {
            assertThat(filter("-ts today deleted")).isEqualTo(filter("deleted -ts today"));
            assertThat(filter("-ts today 10:00"))
                    .isEqualTo(new Filter.Range("@timestamp", new Filter.Bound("2026-11-18T10:00:00Z", true), null));
            assertThat(filter("-ts 10:00 yesterday"))
                    .isEqualTo(new Filter.Range("@timestamp", new Filter.Bound("2026-11-17T10:00:00Z", true), null));
        }

        @Test
        void twoMinusesEndTheOptions() throws WrongUsageException {
            assertThat(filter("-- -k")).isEqualTo(FullText.filter(List.of("-k")));
        }
    }

    @Nested
    class Counts {

        @Test
        void firstWordOfTopIsTheField() throws WrongUsageException {
            SearchOptions options = parse(
                    Dialect.TOP,
                    List.of("-k", "passwd", "process.name", "--by", "user.name", "shadow", "--limit", "5"));

            assertThat(options.fields()).containsExactly("process.name", "user.name");
            assertThat(options.filter()).isEqualTo(Filter.all(filter("-k passwd"), FullText.filter(List.of("shadow"))));
            assertThat(options.limit()).hasValue(5);
        }

        @Test
        void histogramTakesWordsToLookFor() throws WrongUsageException {
            SearchOptions options = parse(Dialect.HISTOGRAM, List.of("shadow", "-ts", "now-1d/d", "42"));

            assertThat(options.fields()).isEmpty();
            assertThat(options.conditions()).isEqualTo(FullText.filter(List.of("shadow", "42")));
        }
    }

    @Test
    void kqlIsAConditionAmongOthers() throws WrongUsageException {
        SearchOptions options = parse(Dialect.AULENS, List.of("-sv", "no", "--kql", "-4 or process.pid: 7"));

        assertThat(options.filter())
                .isInstanceOfSatisfying(
                        Filter.And.class,
                        and -> assertThat(and.all())
                                .hasAtLeastOneElementOfType(Filter.Term.class)
                                .hasAtLeastOneElementOfType(Filter.Foreign.class));
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(Dialect.AULENS, List.of("--kql", "process.pid: x")))
                .withMessage("KQL, character 14: process.pid holds numbers.")
                .satisfies(fault -> assertThat(fault.place()).isEqualTo("  process.pid: x\n               ^"));
    }

    private static Filter either(String field, String... values) {
        return Filter.any(
                Stream.of(values).map(value -> new Filter.Term(field, value)).toList());
    }

    private static Filter filter(String words) throws WrongUsageException {
        return parse(Dialect.AULENS, List.of(words.split(" "))).filter();
    }

    private static SearchOptions parse(Dialect dialect, List<String> words) throws WrongUsageException {
        TimeExpressions times = new TimeExpressions(CLOCK, DateFormat.POSIX, () -> Duration.ofHours(1));
        return new ArgumentParser(dialect, new TestNames(), TYPES, times, SEARCH_BAR).parse(words);
    }
}
