package dev.aulens.query.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.locale.DateFormat;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --explain} says of each option. */
class OptionsAsKqlTest {

    private static final SearchBar SEARCH_BAR = new SearchBar(DataView.of(Map.of()), ZoneOffset.UTC);
    private static final ArgumentParser PARSER = new ArgumentParser(
            ArgumentParser.Dialect.AULENS,
            new TestNames(),
            RecordTypes.load(),
            new TimeExpressions(
                    Clock.fixed(Instant.parse("2026-11-18T15:42:07Z"), ZoneOffset.UTC),
                    DateFormat.POSIX,
                    () -> Duration.ofHours(1)),
            SEARCH_BAR);

    private static final String NO_LOGIN = "(not (auditd.user.real.id : * or auditd.user.real.name : *))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-a 7                  | event.sequence : \"7\"",
                "--arch b64            | auditd.data.arch : \"x86_64\"",
                "-c cat                | process.name : *cat*",
                "-c cat -w             | process.name : \"cat\"",
                "-e -EACCES            | auditd.data.exit_code : \"-13\"",
                "-e EACCES             | auditd.data.exit_code : (\"-13\" or \"13\")",
                "-ge wheel             | user.effective.group.name : \"wheel\""
                        + " or (user.effective.group.id : \"10\" and (not user.effective.group.name : *))"
                        + " or auditd.user.effective.group.name : \"wheel\" or (auditd.user.effective.group.id : \"10\""
                        + " and (not auditd.user.effective.group.name : *))",
                "-hn web               | auditd.data.hostname : *web* or auditd.data.addr : *web*"
                        + " or auditd.data.saddr : *web* or auditd.data.socket.addr : *web*",
                "-k passwd             | auditd.key : *passwd*",
                "-m LOGIN,USER_LOGIN   | auditd.record_types : (\"LOGIN\" or \"USER_LOGIN\")",
                "-n web1               | host.name : \"web1\"",
                "-n web*               | host.name : web*",
                "-o etc_t              | auditd.object : *etc_t*",
                "-p 7                  | process.pid : \"7\"",
                "-pp 7                 | process.parent.pid : \"7\"",
                "-sc openat            | auditd.data.syscall : \"openat\"",
                "-sc 257               | auditd.data.syscall_number : \"257\"",
                "-se a:b               | auditd.subject : *a\\:b* or auditd.object : *a\\:b*",
                "--session -1          | auditd.session : (\"4294967295\" or \"unset\")",
                "-su a:b -w            | auditd.subject : \"a:b\"",
                "-sv no                | auditd.result : \"fail\"",
                "-tm pts/0             | auditd.data.tty : *pts/0* or auditd.data.terminal : *pts/0*",
                "-ui 7                 | (user.id : \"7\" and " + NO_LOGIN + ") or auditd.user.real.id : \"7\"",
                "-ue root              | ((user.effective.name : \"root\" or user.effective.id : \"0\") and " + NO_LOGIN
                        + ") or auditd.user.effective.name : \"root\" or auditd.user.effective.id : \"0\"",
                "-ul -1                | auditd.user.audit.id : (\"4294967295\" or \"unset\")",
                "-ua 7                 | (user.id : \"7\" and "
                        + NO_LOGIN + ") or auditd.user.real.id : \"7\" or (user.effective.id : \"7\" and "
                        + NO_LOGIN + ") or auditd.user.effective.id : \"7\" or auditd.user.audit.id : \"7\"",
                "-uu 1-2               | auditd.data.uuid : *1-2*",
                "-vm web               | auditd.data.vm : *web*",
                "-x /bin/cat           | process.executable : */bin/cat*",
                "-ts today             | @timestamp >= \"2026-11-18T00:00:00Z\"",
                "-te now               | @timestamp <= \"2026-11-18T15:42:07.999Z\"",
                "-m ALL                | *",
            })
    void optionIsSaidInKql(String words, String kql) throws WrongUsageException {
        assertThat(KqlPrinter.print(PARSER.parse(List.of(words.split(" "))).filter()))
                .isEqualTo(kql);
    }

    @Test
    void noOptionIsWithoutWords() throws WrongUsageException {
        ConditionTable table = new ConditionTable(new TestNames(), RecordTypes.load(), SEARCH_BAR, true);
        List<SearchOption> silent = new ArrayList<>();
        for (SearchOption option : SearchOption.values()) {
            ConditionTable.Reader reader = table.reader(option);
            if (reader != null) {
                String value = switch (option) {
                    case ARCH -> "x86_64";
                    case MESSAGE -> "LOGIN";
                    case SUCCESS -> "yes";
                    default -> "1";
                };
                if (KqlPrinter.print(reader.read(value).filter(false)).equals("*")) {
                    silent.add(option);
                }
            }
        }

        assertThat(silent).isEmpty();
    }
}
