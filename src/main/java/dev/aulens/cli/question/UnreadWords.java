package dev.aulens.cli.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Hands a {@link WordCommand} its words and leaves to picocli the options that it does not own: the connection's. As help
 * shows the words' options with a blank before the value, a value after {@code =} is handed on as a word of its own.
 */
public final class UnreadWords implements IParameterPreprocessor {

    private static final String END_OF_OPTIONS = "--";

    @Override
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
        WordCommand own = (WordCommand) command.userObject();
        List<String> unread = new ArrayList<>();
        List<String> connection = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            if (word.equals(END_OF_OPTIONS) && !own.isAlias()) {
                unread.add(word);
                break;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            OptionSpec known = command.optionsMap().get(name);
            boolean takesValue = known != null && known.arity().min() > 0;
            if (known == null || own.owns(name) || (own.isAlias() && own.owns(known.longestName()))) {
                boolean apart = equals >= 0 && takesValue && !own.isAlias();
                unread.add(apart ? name : word);
                if (apart) {
                    unread.add(word.substring(equals + 1));
                }
                continue;
            }
            connection.add(name);
            if (equals >= 0) {
                connection.add(word.substring(equals + 1));
            } else if (takesValue && !words.isEmpty()) {
                connection.add(words.pop());
            }
        }
        while (!words.isEmpty()) {
            unread.add(words.pop());
        }
        for (int i = connection.size() - 1; i >= 0; i--) {
            words.push(connection.get(i));
        }
        own.words(unread);
        return false;
    }
}
