package dev.aulens.cli.help;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of one command, in the man macros of roff (groff_man(7)). */
public final class ManPage {

    private final CommandLine command;
    private final CommandSpec spec;
    private final StringBuilder roff = new StringBuilder();

    /** @param command with its name and all that are above it */
    public ManPage(CommandLine command) {
        this.command = command;
        this.spec = command.getCommandSpec();
    }

    /** Returns the name of the page: {@code aulens-node-start}. */
    public String name() {
        return spec.qualifiedName("-");
    }

    /** Returns the whole page. */
    public String roff() {
        UsageMessageSpec usage = spec.usageMessage();
        macro("TH", name().toUpperCase(Locale.ROOT), "1", "", version(), "aulens");
        macro("SH", "NAME");
        text(name() + " - " + firstSentence(usage.description()));
        synopsis();
        macro("SH", "DESCRIPTION");
        lines(usage.description());
        arguments();
        subcommands();
        exitStatus(usage.exitCodeList());
        footer(usage);
        seeAlso();
        return roff.toString();
    }

    private void synopsis() {
        macro("SH", "SYNOPSIS");
        String synopsis = command.getHelp().synopsis(0);
        text(synopsis.lines().map(String::trim).collect(Collectors.joining(" ")));
    }

    private void arguments() {
        List<ArgSpec> grouped = spec.argGroups().stream()
                .flatMap(group -> group.allOptionsNested().stream())
                .map(ArgSpec.class::cast)
                .toList();
        List<ArgSpec> own = Stream.<ArgSpec>concat(spec.positionalParameters().stream(), spec.options().stream())
                .filter(arg -> !grouped.contains(arg))
                .toList();
        macro("SH", "OPTIONS");
        own.forEach(this::argument);
        for (ArgGroupSpec group : spec.argGroups()) {
            if (group.heading() != null) {
                macro("SS", plain(group.heading()).trim());
            }
            group.allOptionsNested().forEach(this::argument);
        }
    }

    private void argument(ArgSpec arg) {
        if (arg.hidden()) {
            return;
        }
        macro("TP");
        String name = arg instanceof OptionSpec option
                ? String.join(", ", option.names())
                : ((PositionalParamSpec) arg).paramLabel();
        boolean takesValue = arg instanceof OptionSpec && arg.arity().max() > 0;
        text(takesValue ? name + " " + arg.paramLabel() : name);
        lines(arg.description());
    }

    private void subcommands() {
        List<CommandLine> visible = visible(command);
        if (visible.isEmpty()) {
            return;
        }
        macro("SH", "COMMANDS");
        for (CommandLine subcommand : visible) {
            macro("TP");
            text(subcommand.getCommandName());
            lines(subcommand.getCommandSpec().usageMessage().description());
        }
    }

    private void exitStatus(Map<String, String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        macro("SH", "EXIT STATUS");
        codes.forEach((code, meaning) -> {
            macro("TP");
            text(code);
            text(plain(meaning));
        });
    }

    /** The footer keeps its own line breaks: it holds examples and tables. */
    private void footer(UsageMessageSpec usage) {
        if (usage.footer().length == 0) {
            return;
        }
        String heading = plain(usage.footerHeading()).trim();
        macro("SH", heading.isEmpty() ? "NOTES" : heading.replace(":", "").toUpperCase(Locale.ROOT));
        macro("nf");
        lines(usage.footer());
        macro("fi");
    }

    private void seeAlso() {
        Stream<String> parent =
                command.getParent() == null ? Stream.empty() : Stream.of(new ManPage(command.getParent()).name());
        Stream<String> children = visible(command).stream().map(sub -> new ManPage(sub).name());
        String pages = Stream.concat(parent, children).map(page -> page + "(1)").collect(Collectors.joining(", "));
        if (!pages.isEmpty()) {
            macro("SH", "SEE ALSO");
            text(pages);
        }
    }

    private String version() {
        String[] version = command.getCommandSpec().root().version();
        return version.length == 0 ? "aulens" : version[0];
    }

    private static String firstSentence(String[] description) {
        String first = description.length == 0 ? "" : plain(description[0]);
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void lines(String[] texts) {
        for (String line : texts) {
            text(plain(line));
        }
    }

    /** Resolves picocli's format specifiers and removes its markup. */
    private static String plain(String text) {
        return Ansi.OFF.string(text.replace("%n", "\n").replace("%%", "%"));
    }

    private void macro(String name, String... arguments) {
        roff.append('.').append(name);
        for (String argument : arguments) {
            roff.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        roff.append('\n');
    }

    private void text(String text) {
        for (String line : text.split("\n", -1)) {
            boolean control = line.startsWith(".") || line.startsWith("'");
            roff.append(control ? "\\&" : "").append(escaped(line)).append('\n');
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\(rs").replace("-", "\\-");
    }

    /** Returns the subcommands that the manual shows, each once, in the order of their declaration. */
    public static List<CommandLine> visible(CommandLine command) {
        return command.getSubcommands().values().stream()
                .distinct()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .toList();
    }
}
