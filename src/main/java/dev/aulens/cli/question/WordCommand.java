package dev.aulens.cli.question;

import dev.aulens.cli.command.Context;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.command.RootCommand;
import dev.aulens.cli.options.ConnectionOptions;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.index.IndexNames;
import dev.aulens.index.MappedFields;
import dev.aulens.query.kql.DataView;
import dev.aulens.query.kql.SearchBar;
import dev.aulens.query.options.ArgumentParser;
import dev.aulens.query.options.LocalNames;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.RecordTypes;
import dev.aulens.search.Indices;
import dev.aulens.search.UnknownFields;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that takes the options of the audit tools. picocli leaves its words unread, because it cannot say their
 * grammar.
 */
@Command(optionListHeading = "%nConnection and help:%n", preprocessor = UnreadWords.class)
public abstract class WordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    private List<String> words = List.of();

    /** Takes the words. */
    final void words(List<String> unread) {
        words = List.copyOf(unread);
    }

    /** Returns the words. */
    protected final List<String> words() {
        return words;
    }

    /** Tells whether a word is an option of the command's own, not one that picocli reads. */
    protected boolean owns(String word) {
        return SearchOption.of(word) != null;
    }

    /** Returns how the words are read. */
    protected abstract ArgumentParser.Dialect dialect();

    /** Tells whether the command stands for one of the audit tools, to the letter. */
    public final boolean isAlias() {
        return dialect() == ArgumentParser.Dialect.AUSEARCH;
    }

    /** Returns what picocli knows of the command. */
    protected final CommandSpec spec() {
        return spec;
    }

    /** Returns what the command works with. */
    protected final Context context() {
        return ((RootCommand) spec.root().userObject()).context();
    }

    /** Returns the prefix of the indices that the options, then the settings name. */
    protected final String prefix(SearchOptions options) {
        return IndexNames.checked(
                options.index().or(() -> context().settings().get("index")).orElse(IndexNames.DEFAULT_PREFIX));
    }

    /** Connects to the server that the options and settings name. */
    protected final ElasticsearchConnection connect() {
        return connection.connect(context().settings());
    }

    /** Returns the indices to ask; of those that cannot answer because they are closed the user is told. */
    protected final Indices indices(SearchOptions options, ElasticsearchConnection server) {
        return new Indices(
                server,
                IndexNames.pattern(prefix(options)),
                closed -> context().terminal().say(closed.notice()));
    }

    /** Tells the user of fields that the options ask for and no index has: why nothing was found. */
    protected final void sayUnknownFields(SearchOptions options, Indices indices) {
        new UnknownFields(indices, MappedFields.load().names())
                .notices(options.conditions())
                .forEach(context().terminal()::say);
    }

    /** Returns the status of wrong usage: that of the audit tools is the one that elsewhere means that nothing was found. */
    protected final int wrongUsage() {
        return isAlias() ? ExitStatus.NOTHING_FOUND : ExitStatus.FAILED;
    }

    /** Returns what reads the options of a search. */
    protected final ArgumentParser parser(RecordTypes types) {
        SearchBar searchBar = new SearchBar(DataView.of(MappedFields.load().types()), ZoneId.systemDefault());
        return new ArgumentParser(
                dialect(), LocalNames.ofThisMachine(), types, context().times(), searchBar);
    }
}
