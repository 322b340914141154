package dev.aulens.cli;

import dev.aulens.query.options.SearchOption;
import dev.aulens.report.options.ReportOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
            ArgGroupSpec.Builder section = section(group.heading());
            for (ReportOption option : ReportOption.values()) {
                if (option.group() == group && !isInherited(option)) {
                    section.addArg(spec(command, option.names(), option.help(), option.label()));
                }
            }
            command.addArgGroup(section.build());
        }
        ArgGroupSpec.Builder section = section("As searches have them, besides all conditions of 'aulens search':");
        for (SearchOption option : OF_SEARCHES) {
            List<String> names = option == SearchOption.NODE ? List.of("--node") : option.names();
            section.addArg(spec(command, names, option.help(), option.label()));
        }
        command.addArgGroup(section.build());
        return command;
    }

    private static ArgGroupSpec.Builder section(String heading) {
        return ArgGroupSpec.builder()
                .heading("%n" + heading + "%n")
                .validate(false)
                .exclusive(false)
                .multiplicity("0..1");
    }

    /** Help and version are options of every command. */
    private static boolean isInherited(ReportOption option) {
        return option == ReportOption.HELP || option == ReportOption.VERSION;
    }

    /** Names that every command has are left out: the words are read before picocli sees them. */
    private static OptionSpec spec(CommandSpec command, List<String> names, String help, @Nullable String label) {
        String[] free = names.stream()
                .filter(name -> !name.equals("-h") && command.findOption(name) == null)
                .toArray(String[]::new);
        OptionSpec.Builder spec = OptionSpec.builder(free).description(help);
        return label == null
                ? spec.arity("0").type(boolean.class).build()
                : spec.arity("1").type(String.class).paramLabel(label).build();
    }
}
