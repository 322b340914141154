package dev.aulens.index;

import dev.aulens.Failure;
import dev.aulens.source.FilePosition;
import dev.aulens.source.Followed;
import dev.aulens.source.FollowedLog;
import dev.aulens.source.FollowedStream;
import dev.aulens.source.LogInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpStatus;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes logs while they are written.
 *
 * <p>Lines are taken as they come; half the latency later an event whose records have stopped coming is complete, and
 * after the other half at most everything complete is sent and acknowledged. Only then is the checkpoint moved: up to
 * the first record of the oldest event that still waits, so that the next run sees the same events.
 *
 * <p>Used by one thread; {@link #status} may be called by others.
 */
public final class Tail implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    private static final long LAST_LOOK_MILLIS = 50;

    /** For so long a stream is read on when it is given up: less than {@code Termination} waits, more than a pipe holds. */
    private static final long ABANDON_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LogIndexer indexer;
    private final @Nullable TailCheckpoint checkpoint;
    private final long pauseNanos;
    private final List<Source> sources = new ArrayList<>();
    private final Logger log = LoggerFactory.getLogger(Tail.class);
    private long committed = System.nanoTime();
    private boolean refreshes = true;
    private volatile Snapshot snapshot;

    /** What is read, and the way that its lines take. */
    private record Source(Followed followed, LogIndexer.Lane lane) {

        boolean isStream() {
            return followed instanceof FollowedStream;
        }
    }

    /** What another thread may look at. */
    private record Snapshot(
            IndexingSummary counts,
            Map<String, List<FilePosition>> acknowledged,
            long newest,
            Instant allAcknowledged) {}

    /**
     * @param checkpoint null if only a stream is followed, which cannot be read again
     * @param latency after which an event is in the index at the latest
     */
    public Tail(LogIndexer indexer, @Nullable TailCheckpoint checkpoint, Duration latency) {
        this.indexer = indexer;
        this.checkpoint = checkpoint;
        this.pauseNanos = latency.toNanos() / 2;
        Instant before = checkpoint == null ? null : checkpoint.written().orElse(null);
        this.snapshot = new Snapshot(indexer.summary(), Map.of(), 0, before == null ? Instant.now() : before);
    }

    /** Follows a log from where the checkpoint says, from its beginning if that does not know it. */
    public void follow(Path file) {
        String name = file.toAbsolutePath().normalize().toString();
        List<FilePosition> known = checkpoint == null ? List.of() : checkpoint.positions(name);
        LogIndexer.Lane lane = indexer.lane(name);
        sources.add(new Source(new FollowedLog(file, known, lane, System.nanoTime()), lane));
        Map<String, List<FilePosition>> acknowledged = new LinkedHashMap<>(snapshot.acknowledged);
        acknowledged.put(name, known);
        snapshot = new Snapshot(snapshot.counts, acknowledged, snapshot.newest, snapshot.allAcknowledged);
    }

    /** Follows a stream. */
    public void follow(InputStream stream) {
        LogIndexer.Lane lane = indexer.lane(LogInput.STANDARD_INPUT);
        sources.add(new Source(new FollowedStream(stream, lane), lane));
    }

    /**
     * Indexes until it is told to stop, or until all that it follows has ended, and everything that was read is
     * acknowledged.
     *
     * @throws Failure if the server refuses what it is asked, the checkpoint cannot be written, or a stream could not
     *     be read to its end
     */
    public IndexingSummary run(CountDownLatch stop) {
        try {
            boolean stopped = false;
            while (!stopped
                    && !sources.stream().allMatch(source -> source.followed().ended())) {
                long now = System.nanoTime();
                boolean all = poll(now);
                note();
                if (now - committed >= pauseNanos) {
                    commit();
                }
                stopped = stop.await(all ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS);
            }
            readTheRestOfStreams(Long.MAX_VALUE);
            sources.forEach(source -> source.lane().complete());
            commit();
            requireWholeStreams();
            return indexer.summary();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted; start again: nothing is indexed twice", e);
        } finally {
            note();
        }
    }

    /** Keeps what has come from streams and is not acknowledged as dead letters: it cannot be read again. */
    public void abandonStreams() {
        if (sources.stream().noneMatch(Source::isStream)) {
            return;
        }
        boolean unused = Thread.interrupted(); // else no file can be written
        indexer.bulk().abandon();
        try {
            readTheRestOfStreams(ABANDON_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sources.forEach(source -> source.lane().complete());
    }

    /** Returns how it is going. */
    public TailStatus status() {
        Snapshot last = snapshot;
        BulkIndexer bulk = indexer.bulk();
        long bytes = 0;
        for (Map.Entry<String, List<FilePosition>> each : last.acknowledged.entrySet()) {
            bytes += FollowedLog.backlog(Path.of(each.getKey()), each.getValue());
        }
        double seconds = 0;
        if (bytes > 0 || bulk.inFlight() > 0) {
            // What waits is younger than the newest event that does not, and came after the last time nothing did.
            long now = System.currentTimeMillis();
            long since = Math.max(last.newest, last.allAcknowledged.toEpochMilli());
            seconds = Math.max(0, now - since) / 1000.0;
        }
        return new TailStatus(last.counts, bulk.retries(), bulk.inFlight(), bulk.waits(), bytes, seconds);
    }

    @Override
    public void close() {
        sources.forEach(source -> source.followed().close());
    }

    private boolean poll(long now) {
        boolean all = true;
        for (Source source : sources) {
            source.lane().tick(now);
            if (source.followed().poll(now)) {
                source.lane().completeUntouchedSince(now - pauseNanos);
            } else {
                all = false;
            }
        }
        return all;
    }

    /** What the writer of a stream had written when it ended may still be on its way. */
    private void readTheRestOfStreams(long limitNanos) throws InterruptedException {
        long start = System.nanoTime();
        for (Source source : sources) {
            int silent = source.isStream() ? 0 : 2;
            while (silent < 2 && !source.followed().ended() && System.nanoTime() - start < limitNanos) {
                if (source.followed().poll(System.nanoTime())) {
                    silent++;
                    Thread.sleep(LAST_LOOK_MILLIS);
                } else {
                    silent = 0;
                }
            }
        }
    }

    private void requireWholeStreams() {
        for (Source source : sources) {
            if (source.followed() instanceof FollowedStream stream) {
                stream.requireWhole();
            }
        }
    }

    private void commit() {
        long newest = indexer.newestEvent();
        indexer.flush();
        refresh();
        Map<String, List<FilePosition>> positions = new LinkedHashMap<>();
        long behind = 0;
        for (Source source : sources) {
            if (source.followed() instanceof FollowedLog each) {
                List<FilePosition> safe = each.positions(source.lane().unfinished());
                positions.put(each.name(), safe);
                behind += FollowedLog.backlog(Path.of(each.name()), safe);
            }
        }
        if (checkpoint != null) {
            checkpoint.keep(positions);
        }
        Instant allAcknowledged = behind == 0 ? Instant.now() : snapshot.allAcknowledged;
        snapshot = new Snapshot(indexer.summary(), positions, newest, allAcknowledged);
        committed = System.nanoTime();
    }

    private void refresh() {
        try {
            if (refreshes) {
                indexer.bulk().refresh();
            }
        } catch (Failure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            refreshes = !isForbidden(e);
            if (!refreshes) {
                log.warn(
                        "searches find events only at the next refresh of their index (5 s), as {}; grant the privilege"
                                + " 'maintenance' to be faster",
                        e.getMessage());
            }
        }
    }

    private static boolean isForbidden(Failure failure) {
        return failure.getCause() instanceof ResponseException answer
                && answer.getResponse().getStatusLine().getStatusCode() == HttpStatus.SC_FORBIDDEN;
    }

    private void note() {
        Snapshot last = snapshot;
        snapshot = new Snapshot(indexer.summary(), last.acknowledged, last.newest, last.allAcknowledged);
    }
}
