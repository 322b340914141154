package dev.aulens.cli.search;

import dev.aulens.query.options.ArgumentParser;
import picocli.CommandLine.Command;

/** The same search for those who type ausearch: its grammar to the letter, and its statuses. */
@Command(
        name = "ausearch",
        description = {
            "Search for events as ausearch(8) does: for alias ausearch='aulens ausearch'.",
            "",
            "As 'aulens search', but a word without option is an error and wrong usage ends with status 1."
        },
        customSynopsis = "aulens ausearch [OPTION...]")
public final class AusearchCommand extends SearchCommand {

    @Override
    protected ArgumentParser.Dialect dialect() {
        return ArgumentParser.Dialect.AUSEARCH;
    }
}
