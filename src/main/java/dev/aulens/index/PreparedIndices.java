package dev.aulens.index;

import dev.aulens.Failure;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Sees to it that an index is made with the templates. A run that lasts for months meets the index of a new month when
 * somebody may have deleted them, or restored the server without them: it would be made with a mapping that Elasticsearch
 * guesses.
 *
 * <p>Not for use by several threads at once.
 */
final class PreparedIndices {

    private final IndexTemplates templates;
    private final String prefix;
    private final Patience patience;
    private final long freshNanos;
    private final Set<String> prepared = new HashSet<>();
    private long checked = System.nanoTime();

    /**
     * @param templates of which it is known now that they are there
     * @param patience with a server that is busy or away
     * @param fresh how long that is taken for granted
     */
    PreparedIndices(IndexTemplates templates, String prefix, Patience patience, Duration fresh) {
        this.templates = templates;
        this.prefix = prefix;
        this.patience = patience;
        this.freshNanos = fresh.toNanos();
    }

    /**
     * Puts the templates back, if they are missing, before the run's first document for an index.
     *
     * @throws Failure if that is necessary and not possible
     */
    void prepare(String index) {
        if (prepared.add(index) && System.nanoTime() - checked >= freshNanos) {
            IndexTemplates.Outcome unused = patience.await(() -> templates.installMissing(prefix));
            checked = System.nanoTime();
        }
    }
}
