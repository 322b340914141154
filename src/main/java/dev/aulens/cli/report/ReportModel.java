package dev.aulens.cli.report;

import dev.aulens.cli.help.HelpSection;
import dev.aulens.cli.question.UnreadWords;
import dev.aulens.cli.question.WordCommand;
import dev.aulens.query.options.OptionText;
import dev.aulens.query.options.SearchOption;
import dev.aulens.report.options.ReportOption;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Tells picocli's help and the shell's completion of the options of {@link ReportOption}, and of those of searches that
 * are no conditions; {@link UnreadWords} leaves the words themselves unread.
 */
final class ReportModel implements IModelTransformer {

    private static final List<SearchOption> OF_AUREPORT =
            List.of(SearchOption.START, SearchOption.END, SearchOption.INPUT, SearchOption.NODE, SearchOption.ESCAPE);
    private static final List<SearchOption> OF_SEARCHES = Stream.concat(
                    OF_AUREPORT.stream(),
                    Stream.of(SearchOption.INDEX, SearchOption.AUSEARCH_VERSION, SearchOption.NO_PAGER))
            .toList();

    @Override
    public CommandSpec transform(CommandSpec command) {
        boolean alias = ((WordCommand) command.userObject()).isAlias();
        command.parser().separator(" "); // what the help shows: these words have no other form
        addHelpAndVersion(command);
        for (ReportOption.Group group : ReportOption.Group.values()) {
            if (group == ReportOption.Group.SEARCH) {
                continue;
            }
            HelpSection section = new HelpSection(group.heading());
            for (ReportOption option : ReportOption.values()) {
                if (option.group() == group && !isInherited(option) && (option.isAureport() || !alias)) {
                    section.add(free(option.text(), command));
                }
            }
            section.addTo(command);
        }
        HelpSection section = new HelpSection(
                alias ? "As ausearch has them:" : "As searches have them, besides all conditions of 'aulens search':");
        for (SearchOption option : alias ? OF_AUREPORT : OF_SEARCHES) {
            OptionText text = option.text();
            section.add(free(option == SearchOption.NODE ? text.named(List.of("--node")) : text, command));
        }
        section.addTo(command);
        return command;
    }

    /** As every command has them, but for {@code -h}, which is the report of hosts. */
    private static void addHelpAndVersion(CommandSpec command) {
        command.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        command.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
    }

    /** Help and version stand among the options of every command. */
    private static boolean isInherited(ReportOption option) {
        return option == ReportOption.HELP || option == ReportOption.VERSION;
    }

    /** Names that every command has are left out: the words are read before picocli sees them. */
    private static OptionText free(OptionText text, CommandSpec command) {
        List<String> free = text.names().stream()
                .filter(name -> !command.optionsMap().containsKey(name))
                .toList();
        return text.named(free);
    }
}
