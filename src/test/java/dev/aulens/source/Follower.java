package dev.aulens.source;

import dev.aulens.testing.GrowingLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Follows the log {@code audit.log} of a folder, for tests: with a clock of its own, and restarts. */
final class Follower {

    private final List<String> lines = new ArrayList<>();
    private final Path log;
    private final GrowingLog writer;
    private FollowedLog followed;
    private List<FilePosition> stopped = List.of();
    private long now;

    /** Follows the log from its beginning; it need not be there yet. */
    Follower(Path folder) {
        log = folder.resolve("audit.log");
        writer = new GrowingLog(log);
        followed = open(List.of());
    }

    Path log() {
        return log;
    }

    /** Returns what writes and rotates the log. */
    GrowingLog writer() {
        return writer;
    }

    /** Returns the lines that have been read, by all followers together; it grows. */
    List<String> lines() {
        return lines;
    }

    /** Returns the time of the clock, in nanoseconds. */
    long now() {
        return now;
    }

    /** Lets time pass. */
    void pass(Duration duration) {
        now += duration.toNanos();
    }

    /** Reads until there is nothing more to read. */
    void poll() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMillis(200));
            if (followed.poll(now)) {
                return;
            }
        }
        throw new AssertionError("there is no end");
    }

    /** Reads once: some of what is there, if that is much. */
    void pollOnce() {
        pass(Duration.ofMillis(200));
        followed.poll(now);
    }

    /**
     * Returns how far the files have been read.
     *
     * @param unfinished where records begin that are not finished yet, by the number of the file
     */
    List<FilePosition> positions(Map<Integer, Long> unfinished) {
        return followed.positions(unfinished);
    }

    /** Returns how far the first file has been read, in bytes. */
    long offset() {
        return positions(Map.of()).get(0).offset();
    }

    /** Follows the log from known positions. */
    void follow(List<FilePosition> known) {
        followed = open(known);
    }

    /** Stops and returns the positions where {@link #start} goes on. */
    List<FilePosition> stop() {
        stopped = positions(Map.of());
        followed.close();
        return stopped;
    }

    void start() {
        follow(stopped);
    }

    void restart() {
        follow(stop());
    }

    private FollowedLog open(List<FilePosition> known) {
        return new FollowedLog(log, known, (file, offset) -> new CollectedLines(lines), now);
    }
}
