package dev.aulens.query.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.record.RecordTypes;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityReaderTest {

    private static final Filter OF_PROCESS = Filter.not(
            Filter.any(new Filter.Exists("auditd.user.real.id"), new Filter.Exists("auditd.user.real.name")));

    @Test
    void allIdsOfAUserAreAlternatives() throws WrongUsageException {
        assertThat(filter(SearchOption.UID_ALL, "1000"))
                .isEqualTo(Filter.any(
                        filter(SearchOption.UID, "1000"),
                        filter(SearchOption.UID_EFFECTIVE, "1000"),
                        filter(SearchOption.LOGIN_UID, "1000")));
    }

    @Test
    void userByNameIsTheDocumentsNameOrElseTheLocalId() throws WrongUsageException {
        assertThat(filter(SearchOption.UID, "alice"))
                .isEqualTo(Filter.any(
                        Filter.all(named("user", "alice", "1000"), OF_PROCESS),
                        named("auditd.user.real", "alice", "1000")));
    }

    @ParameterizedTest
    @CsvSource({
        "UID,           user,           auditd.user.real",
        "UID_EFFECTIVE, user.effective, auditd.user.effective",
    })
    void userOfTheProcessIsNotTheOneOfALogin(SearchOption option, String field, String inLogins)
            throws WrongUsageException {
        assertThat(filter(option, "1000"))
                .isEqualTo(Filter.any(
                        Filter.all(new Filter.Term(field + ".id", "1000"), OF_PROCESS),
                        new Filter.Term(inLogins + ".id", "1000")));
    }

    @Test
    void userWhomThisMachineDoesNotKnowIsOneOfTheLogs() throws WrongUsageException {
        assertThat(filter(SearchOption.UID, "nosuch"))
                .isEqualTo(Filter.any(
                        Filter.all(new Filter.Term("user.name", "nosuch"), OF_PROCESS),
                        new Filter.Term("auditd.user.real.name", "nosuch")));
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> filter(table(true), SearchOption.UID, "nosuch"));
    }

    @Test
    void rootIsAlsoZero() throws WrongUsageException {
        assertThat(filter(SearchOption.UID, "root"))
                .isEqualTo(Filter.any(
                        Filter.all(
                                Filter.any(new Filter.Term("user.name", "root"), new Filter.Term("user.id", "0")),
                                OF_PROCESS),
                        new Filter.Term("auditd.user.real.name", "root"),
                        new Filter.Term("auditd.user.real.id", "0")));
    }

    @Test
    void groupIsTheProcesssOrTheOneThatIsChanged() throws WrongUsageException {
        assertThat(filter(SearchOption.GID, "10"))
                .isEqualTo(Filter.any(
                        new Filter.Term("user.group.id", "10"),
                        new Filter.Term("auditd.user.real.group.id", "10"),
                        Filter.all(new Filter.Term("group.id", "10"), new Filter.Term("event.type", "group"))));
    }

    private static Filter named(String field, String name, String id) {
        return Filter.any(
                new Filter.Term(field + ".name", name),
                Filter.all(new Filter.Term(field + ".id", id), Filter.not(new Filter.Exists(field + ".name"))));
    }

    private static Filter filter(SearchOption option, String word) throws WrongUsageException {
        return filter(table(false), option, word);
    }

    private static Filter filter(ConditionTable table, SearchOption option, String word) throws WrongUsageException {
        return Objects.requireNonNull(table.reader(option)).read(word).filter(false);
    }

    private static ConditionTable table(boolean onlyLocalNames) {
        SearchBar searchBar = new SearchBar(DataView.of(Map.of()), ZoneOffset.UTC);
        return new ConditionTable(new TestNames(), RecordTypes.load(), searchBar, onlyLocalNames);
    }
}
