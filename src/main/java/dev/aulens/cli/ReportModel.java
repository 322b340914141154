package dev.aulens.cli;

import dev.aulens.query.options.OptionText;
import dev.aulens.query.options.SearchOption;
import dev.aulens.report.options.ReportOption;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Tells picocli's help and the shell's completion of the options of {@link ReportOption}, and of those of searches that
 * are no conditions; {@link UnreadWords} leaves the words themselves unread.
 */
final class ReportModel implements IModelTransformer {

    private static final List<SearchOption> OF_SEARCHES = List.of(
            SearchOption.START,
            SearchOption.END,
            SearchOption.INPUT,
            SearchOption.NODE,
            SearchOption.ESCAPE,
            SearchOption.INDEX,
            SearchOption.AUSEARCH_VERSION);

    @Override
    public CommandSpec transform(CommandSpec command) {
        for (ReportOption.Group group : ReportOption.Group.values()) {
            if (group == ReportOption.Group.SEARCH) {
                continue;
            }
            HelpSection section = new HelpSection(group.heading());
            for (ReportOption option : ReportOption.values()) {
                if (option.group() == group && !isInherited(option)) {
                    section.add(free(option.text(), command));
                }
            }
            section.addTo(command);
        }
        HelpSection section = new HelpSection("As searches have them, besides all conditions of 'aulens search':");
        for (SearchOption option : OF_SEARCHES) {
            OptionText text = option.text();
            section.add(free(
                    option == SearchOption.NODE ? new OptionText(List.of("--node"), text.label(), text.help()) : text,
                    command));
        }
        section.addTo(command);
        return command;
    }

    /** Help and version are options of every command. */
    private static boolean isInherited(ReportOption option) {
        return option == ReportOption.HELP || option == ReportOption.VERSION;
    }

    /** Names that every command has are left out: the words are read before picocli sees them. */
    private static OptionText free(OptionText text, CommandSpec command) {
        List<String> free = text.names().stream()
                .filter(name -> !name.equals("-h") && command.findOption(name) == null)
                .toList();
        return new OptionText(free, text.label(), text.help());
    }
}
