package dev.aulens.cli;

import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Joins ausearch's grammar of words with picocli: its help and the shell's completion know the options of
 * {@link SearchOption}, but {@link UnreadWords} leaves the words unread, because picocli cannot say that grammar. Options
 * that are not in the table (those of the connection) picocli reads itself.
 */
final class SearchModel implements IModelTransformer {

    @Override
    public CommandSpec transform(CommandSpec command) {
        ArgumentParser.Dialect dialect = ((QuestionCommand) command.userObject()).dialect();
        for (SearchOption.Group group : SearchOption.Group.values()) {
            ArgGroupSpec.Builder section = ArgGroupSpec.builder()
                    .heading("%n" + group.heading() + "%n")
                    .validate(false)
                    .exclusive(false)
                    .multiplicity("0..1");
            for (SearchOption option : SearchOption.values()) {
                if (option.group() == group && dialect.has(option) && !isInherited(option)) {
                    section.addArg(spec(option));
                }
            }
            if (!section.args().isEmpty()) {
                command.addArgGroup(section.build());
            }
        }
        return command;
    }

    /** Help and version are options of every command. */
    private static boolean isInherited(SearchOption option) {
        return option == SearchOption.HELP || option == SearchOption.VERSION;
    }

    private static OptionSpec spec(SearchOption option) {
        OptionSpec.Builder spec =
                OptionSpec.builder(option.names().toArray(String[]::new)).description(option.help());
        String label = option.label();
        return label == null
                ? spec.arity("0").type(boolean.class).build()
                : spec.arity("1").type(String.class).paramLabel(label).build();
    }
}
