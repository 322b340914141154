package dev.aulens.cli;

import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.SearchOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Joins ausearch's grammar of words with picocli: its help and the shell's completion know the options of
 * {@link SearchOption}, but the words are left unread, because picocli cannot say that grammar. Options that are not in
 * the table (those of the connection) picocli reads itself.
 */
final class SearchModel implements IModelTransformer, IParameterPreprocessor {

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

    @Override
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
        List<String> unread = new ArrayList<>();
        List<String> connection = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            OptionSpec known = command.findOption(equals < 0 ? word : word.substring(0, equals));
            if (known == null || SearchOption.of(known.longestName()) != null || SearchOption.of(word) != null) {
                unread.add(word);
                continue;
            }
            connection.add(word);
            if (equals < 0 && known.arity().min() > 0 && !words.isEmpty()) {
                connection.add(words.pop());
            }
        }
        for (int i = connection.size() - 1; i >= 0; i--) {
            words.push(connection.get(i));
        }
        ((QuestionCommand) command.userObject()).words(unread);
        return false;
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
