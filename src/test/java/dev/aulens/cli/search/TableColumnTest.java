package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.query.WrongUsageException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableColumnTest {

    @ParameterizedTest
    @CsvSource({
        "time, @timestamp",
        "user, auditd.summary.actor.primary",
        "process.pid, process.pid",
        "event.original, event.original",
        "tags, auditd.key",
        "auditd.extra.anything, auditd.extra.anything",
        "auditd.paths.name, auditd.paths.name"
    })
    void isAShortNameOrAFieldThatDocumentsHave(String name, String field) throws WrongUsageException {
        assertThat(TableColumn.of(List.of(name))).containsExactly(new TableColumn(name, field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usr|no field is called usr; did you mean user?",
                "process.pidd|no field is called process.pidd; did you mean process.pid?",
                "executable|no field is called executable; did you mean process.executable?",
                "auditd.paths|no field is called auditd.paths; docs/fields.md has all fields",
                "auditd.extra|no field is called auditd.extra; docs/fields.md has all fields",
                "process|no field is called process; it is an object, as of process.pid, process.args, process.name",
                "nothing.like.it|no field is called nothing.like.it; docs/fields.md has all fields"
            })
    void ofAnotherNameIsRefusedWithTheNearestName(String name, String message) {
        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> TableColumn.of(List.of("time", name)))
                .withMessage(message);
    }
}
