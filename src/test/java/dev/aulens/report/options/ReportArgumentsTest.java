package dev.aulens.report.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aulens.locale.DateFormat;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.LocalNames;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.record.RecordTypes;
import dev.aulens.report.Report;
import dev.aulens.report.ReportKind;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Corpus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"-t --summary", "--summary -t", "--tty --summary", "--summary -i --tty --failed"})
    void aReportThatCountsNothingHasNoSummaryAsInAureport(String line) {
        List<String> words = List.of(line.split(" "));
        List<String> command =
                new ArrayList<>(List.of("-if", Corpus.debian12Enriched().toString()));
        command.addAll(words);

        assertThatExceptionOfType(ReportArguments.UnimplementedException.class)
                .isThrownBy(() -> parse(words))
                .satisfies(refusal ->
                        assertThat(AuditTool.AUREPORT.run(command).errors()).startsWith(refusal.getMessage()));
    }

    @Test
    void aReportThatAureportLacksHasNoSummary() {
        assertThatExceptionOfType(ReportArguments.UnimplementedException.class)
                .isThrownBy(() -> parse(List.of("--session", "--summary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-e -13", "-e EACCES", "--exit -13"})
    void aWordThatIsSpelledAsAReportIsAConditionBeforeAValue(String line) throws Exception {
        assertThat(parse(List.of(line.split(" "))).request().report()).isEqualTo(new Report.Plain());
    }

    @Test
    void aSummaryWithoutAReportIsThatOfEverything() throws Exception {
        assertThat(parse(List.of("--summary")).request().report()).isEqualTo(new Report.Plain());
        assertThat(parse(List.of("-x", "--summary")).request().report())
                .isEqualTo(new Report.Summary(ReportKind.EXECUTABLE));
    }

    @Test
    void aReportBeginsAtNoCheckpoint() {
        String log = Corpus.debian12Enriched().toString();

        assertThatExceptionOfType(WrongUsageException.class)
                .isThrownBy(() -> parse(List.of("-ts", "checkpoint")))
                .satisfies(refusal -> assertThat(AuditTool.AUREPORT
                                .run(List.of("-if", log, "-ts", "checkpoint"))
                                .errors()
                                .strip())
                        .isEqualTo(refusal.getMessage()));
    }

    @Test
    void helpComesBeforeWhatIsWrong() throws Exception {
        assertThat(parse(List.of("-t", "--summary", "--help")).has(ReportOption.HELP))
                .isTrue();
    }

    private static ReportOptions parse(List<String> words)
            throws WrongUsageException, ReportArguments.UnimplementedException {
        ArgumentParser searches = new ArgumentParser(
                ArgumentParser.Dialect.AULENS,
                LocalNames.ofThisMachine(),
                RecordTypes.load(),
                new TimeExpressions(Clock.systemUTC(), DateFormat.POSIX, () -> Duration.ofHours(1)),
                new SearchBar(new DataView(List.of()), ZoneOffset.UTC));
        return new ReportArguments(ArgumentParser.Dialect.AULENS, searches).parse(words);
    }
}
