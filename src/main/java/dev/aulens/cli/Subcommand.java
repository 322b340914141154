package dev.aulens.cli;

import dev.aulens.cli.count.HistogramCommand;
import dev.aulens.cli.count.TopCommand;
import dev.aulens.cli.dashboards.DashboardsCommand;
import dev.aulens.cli.demo.DemoCommand;
import dev.aulens.cli.index.IndexCommand;
import dev.aulens.cli.index.PruneCommand;
import dev.aulens.cli.index.SetupCommand;
import dev.aulens.cli.index.TailCommand;
import dev.aulens.cli.node.NodeCommand;
import dev.aulens.cli.report.AureportCommand;
import dev.aulens.cli.report.ReportCommand;
import dev.aulens.cli.search.AusearchCommand;
import dev.aulens.cli.search.SearchCommand;
import dev.aulens.cli.serve.ServeCommand;
import dev.aulens.cli.syscall.AusyscallCommand;
import dev.aulens.cli.syscall.SyscallCommand;
import dev.aulens.cli.verify.VerifyCommand;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands below {@code aulens}, in the order of its help. */
enum Subcommand {
    DEMO(DemoCommand.class, "demo"),
    INDEX(IndexCommand.class, "index"),
    TAIL(TailCommand.class, "tail"),
    SEARCH(SearchCommand.class, "search"),
    AUSEARCH(AusearchCommand.class, "ausearch"),
    TOP(TopCommand.class, "top"),
    HISTOGRAM(HistogramCommand.class, "histogram"),
    REPORT(ReportCommand.class, "report"),
    AUREPORT(AureportCommand.class, "aureport"),
    SYSCALL(SyscallCommand.class, "syscall"),
    AUSYSCALL(AusyscallCommand.class, "ausyscall"),
    SERVE(ServeCommand.class, "serve"),
    VERIFY(VerifyCommand.class, "verify"),
    PRUNE(PruneCommand.class, "prune"),
    SETUP(SetupCommand.class, "setup"),
    DASHBOARDS(DashboardsCommand.class, "dashboards"),
    NODE(NodeCommand.class, "node"),
    COMPLETION(CompletionCommand.class, "generate-completion");

    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Class<?> type;
    private final String word;

    Subcommand(Class<?> type, String word) {
        this.type = type;
        this.word = word;
    }

    /** Returns the class that picocli makes the command of. */
    Class<?> type() {
        return type;
    }

    /**
     * Returns the commands without which a command line would be understood otherwise. picocli reads the options of each
     * command that it is given, which takes longer than all else in a short command.
     *
     * @param words of the command line
     * @return those that are named, if the first word that is not an option names one; all, if it names none, to say which
     *     is like it, and for the help
     */
    static Set<Subcommand> neededFor(List<String> words) {
        Optional<String> first =
                words.stream().filter(word -> !word.startsWith("-")).findFirst();
        EnumSet<Subcommand> named = EnumSet.noneOf(Subcommand.class);
        boolean known = first.isEmpty() && words.stream().noneMatch(HELP::contains);
        for (Subcommand command : values()) {
            if (words.contains(command.word)) {
                named.add(command);
                known |= command.word.equals(first.orElse(null));
            }
        }
        return known ? named : EnumSet.allOf(Subcommand.class);
    }
}
