package dev.aulens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Hands a {@link WordCommand} its words and leaves to picocli the options that it does not own: the connection's. */
final class UnreadWords implements IParameterPreprocessor {

    @Override
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
        WordCommand own = (WordCommand) command.userObject();
        List<String> unread = new ArrayList<>();
        List<String> connection = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            OptionSpec known = command.findOption(equals < 0 ? word : word.substring(0, equals));
            if (known == null || own.owns(known.longestName()) || own.owns(word)) {
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
        own.words(unread);
        return false;
    }
}
