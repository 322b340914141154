package dev.aulens.cli.question;

import dev.aulens.Failure;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.dashboards.KibanaAddress;
import dev.aulens.dashboards.KibanaLinks;
import dev.aulens.query.Filter;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.search.EventHistogram;
import dev.aulens.search.EventTimes;
import dev.aulens.search.Indices;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Prints the link to Kibana's Discover that shows what a search finds. A bound of time that the search does not have is
 * that of the events found, because Discover needs both.
 */
public final class DiscoverLink {

    private final KibanaAddress kibana;
    private final Indices indices;
    private final String prefix;

    /**
     * @param indices to ask when events were
     * @param prefix of the indices
     */
    public DiscoverLink(KibanaAddress kibana, Indices indices, String prefix) {
        this.kibana = kibana;
        this.indices = indices;
        this.prefix = prefix;
    }

    /**
     * Prints the link.
     *
     * @return the exit status: that nothing was found only if the server had to be asked
     * @throws Failure if no one language of Kibana can say the search, or the server cannot be asked
     */
    public int print(SearchOptions options, Terminal terminal) {
        if (options.has(SearchOption.CHECKPOINT)) {
            throw new Failure("a link has no place for a checkpoint; give -ts and -te");
        }
        String from = bound(options.times().stream().map(Filter.Range::lower));
        String to = bound(options.times().stream().map(Filter.Range::upper));
        if (from.isEmpty() || to.isEmpty()) {
            EventTimes found = new EventHistogram(indices, ZoneOffset.UTC).times(options.filter());
            if (found.events() == 0) {
                return QuestionCommand.noMatches(terminal);
            }
            from = from.isEmpty() ? Instant.ofEpochMilli(found.first()).toString() : from;
            to = to.isEmpty() ? Instant.ofEpochMilli(found.last()).toString() : to;
        }
        terminal.out()
                .println(new KibanaLinks(kibana, prefix)
                        .discover(options.conditions(), new KibanaLinks.TimeRange(from, to))
                        .orElseThrow(() -> new Failure("neither KQL nor Lucene's syntax alone can say this; leave out"
                                + " --lucene or what stands beside it")));
        return ExitStatus.DONE;
    }

    /** Returns the one bound that is set, empty text if there is none. */
    private static String bound(Stream<Filter.Bound> bounds) {
        return bounds.filter(Objects::nonNull)
                .map(Filter.Bound::value)
                .findFirst()
                .orElse("");
    }
}
