package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.record.RecordTypes;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByRecordTypeTest {

    /** AVC is the kernel's, ANOM_LOGIN_FAILURES pam_faillock's: of user space, but not of the types from 1100 to 1199. */
    @ParameterizedTest
    @CsvSource({"USER_LOGIN, own", "USER_ACCT, any", "ANOM_LOGIN_FAILURES, any", "AVC,", "DAEMON_START,"})
    void hasOneRowForProgramsWithoutARowOfTheirOwn(String type, String row) {
        ByRecordType<String> table = new ByRecordType<>(Map.of("USER_LOGIN", "own", "user", "any"));

        assertThat(table.of(RecordTypes.load().ofRecord(type))).isEqualTo(row);
    }
}
