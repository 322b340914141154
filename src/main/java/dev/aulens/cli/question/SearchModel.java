package dev.aulens.cli.question;

import dev.aulens.cli.help.HelpSection;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Joins ausearch's grammar of words with picocli: its help and the shell's completion know the options of
 * {@link SearchOption}, but {@link UnreadWords} leaves the words unread, because picocli cannot say that grammar. Options
 * that are not in the table (those of the connection) picocli reads itself.
 */
public final class SearchModel implements IModelTransformer {

    @Override
    public CommandSpec transform(CommandSpec command) {
        command.parser().separator(" "); // what the help shows: these words have no other form
        ArgumentParser.Dialect dialect = ((QuestionCommand) command.userObject()).dialect();
        for (SearchOption.Group group : SearchOption.Group.values()) {
            HelpSection section = new HelpSection(group.heading());
            for (SearchOption option : SearchOption.values()) {
                if (option.group() == group && dialect.has(option) && !isInherited(option)) {
                    section.add(dialect.text(option));
                }
            }
            section.addTo(command);
        }
        return command;
    }

    /** Help and version are options of every command. */
    private static boolean isInherited(SearchOption option) {
        return option == SearchOption.HELP || option == SearchOption.VERSION;
    }
}
