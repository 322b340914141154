package dev.aulens.cli.report;

import dev.aulens.query.options.ArgumentParser;
import picocli.CommandLine.Command;

/** The same reports for those who type aureport: its grammar to the letter, and its statuses. */
@Command(
        name = "aureport",
        description = {
            "Report on events as aureport(8) does: for alias aureport='aulens aureport'.",
            "",
            "As 'aulens report', but with the options of aureport only."
        },
        customSynopsis = "aulens aureport [OPTION...]",
        footerHeading = "%nExamples:%n",
        footer = {
            "  alias aureport='aulens aureport'",
            "  aureport -ts this-month          how much of everything",
            "  aureport -x --summary --failed   the programs that failed most",
            "",
            "Exit status: 0 done, 1 no events of interest, or wrong usage."
        })
public final class AureportCommand extends ReportCommand {

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.AUSEARCH;
    }
}
