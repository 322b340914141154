package dev.aulens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aulens.Failure;
import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.options.Settings;
import dev.aulens.cli.terminal.StandardOutput;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.query.EditDistance;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {

    private static final String INDENT = "        ";

    /** Of a word that may be a command's name: one letter too many and one missing, or two in the wrong order. */
    private static final int MOST_CHANGES = 2;

    /**
     * picocli would look for Groovy's classes; the JDK's HTTP server would wait for the rest of a request, and keep a thread
     * waiting, for ever instead of some seconds.
     */
    private static final Map<String, String> SETTINGS_OF_LIBRARIES =
            Map.of("picocli.disable.closures", "true", "sun.net.httpserver.maxReqTime", "5");

    private Main() {}

    /** Runs a command and ends the JVM with its {@link ExitStatus}. */
    public static void main(String[] args) {
        StandardOutput output = StandardOutput.ofProcess();
        PrintStream out = output.printer();
        Terminal terminal = Terminal.ofProcess(out);
        int status = run(terminal, args);
        out.flush();
        IOException fault = output.fault();
        if (fault != null) {
            terminal.say("cannot write to standard output: " + fault.getMessage() + "; the results are not complete");
            status = ExitStatus.FAILED;
        }
        System.exit(status);
    }

    /** Runs a command and returns its {@link ExitStatus}. */
    static int run(Terminal terminal, String... args) {
        try {
            return commandLine(terminal, Subcommand.neededFor(List.of(args))).execute(args);
        } catch (Failure e) {
            terminal.say(String.valueOf(e.getMessage()));
            return ExitStatus.FAILED;
        }
    }

    /** Returns the root and some of its commands as they are parsed and run. */
    static CommandLine commandLine(Terminal terminal, Set<Subcommand> subcommands) {
        SETTINGS_OF_LIBRARIES.forEach(System::setProperty);
        Context context = new Context(terminal, Settings.load(terminal.environment()));
        AulensCommand root = new AulensCommand(context);
        CommandLine commandLine = new CommandLine(root);
        subcommands.forEach(subcommand -> commandLine.addSubcommand(new CommandLine(subcommand.type())));
        return commandLine
                .setOut(new PrintWriter(terminal.out(), true, UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setPosixClusteredShortOptionsAllowed(false)
                .setParameterExceptionHandler((wrong, words) -> wrongUsage(wrong, terminal))
                .setExecutionExceptionHandler((fault, command, parsed) -> fault(fault, root, terminal));
    }

    private static int wrongUsage(ParameterException wrong, Terminal terminal) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        terminal.say(message(wrong) + "; see '" + command + " --help'");
        return ExitStatus.FAILED;
    }

    private static String message(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(wrong.getMessage());
        }
        String word = withoutValue(unmatched.getUnmatched().get(0));
        if (word.startsWith("-")) {
            List<String> near = unmatched.getSuggestions();
            return "unknown option '" + word + "'" + (near.isEmpty() ? "" : didYouMean(near.get(0)));
        }
        CommandLine command = unmatched.getCommandLine();
        return command.getSubcommands().isEmpty()
                ? "there is no argument for '" + word + "'"
                : "unknown command '" + word + "'"
                        + nearest(word, command).map(Main::didYouMean).orElse("");
    }

    private static Optional<String> nearest(String word, CommandLine command) {
        return command.getSubcommands().keySet().stream()
                .filter(name -> EditDistance.between(word, name) <= MOST_CHANGES)
                .min(Comparator.comparingInt(name -> EditDistance.between(word, name)));
    }

    private static String didYouMean(String word) {
        return ", did you mean '" + word + "'?";
    }

    /** An option's value is not repeated: it may be a secret that somebody took for an option. */
    private static String withoutValue(String word) {
        int end = word.indexOf('=');
        return word.startsWith("-") && end > 0 ? word.substring(0, end) : word;
    }

    private static int fault(Exception fault, AulensCommand root, Terminal terminal) {
        terminal.say(
                fault instanceof Failure
                        ? String.valueOf(fault.getMessage())
                        : "unexpected fault: " + fault + "; this is an error in aulens, run with -vv and report it");
        if (root.stackTraces()) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().map(line -> line.replace("\t", INDENT)).forEach(terminal::line);
        }
        return ExitStatus.FAILED;
    }
}
