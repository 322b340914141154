package dev.aulens.cli.search;

import dev.aulens.FileFault;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.query.Filter;
import dev.aulens.query.options.SearchOption;
import dev.aulens.query.options.SearchOptions;
import dev.aulens.record.EventId;
import dev.aulens.search.CheckpointFile;
import dev.aulens.search.EventSearch;
import dev.aulens.search.SearchOutcome;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A search that goes on where the one before ended, with ausearch's statuses for what can go wrong. */
final class Checkpointing {

    private final Path path;
    private final CheckpointFile file;
    private final boolean fromItsTime;

    private Checkpointing(Path path, CheckpointFile file, boolean fromItsTime) {
        this.path = path;
        this.file = file;
        this.fromItsTime = fromItsTime;
    }

    /** The checkpoint cannot be used. */
    static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        UnusableException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Returns the checkpoint that the options name, null if they name none. */
    static @Nullable Checkpointing of(SearchOptions options) throws UnusableException {
        Path path = options.checkpoint().orElse(null);
        if (path == null) {
            return null;
        }
        try {
            CheckpointFile file = CheckpointFile.read(path, options.conditions());
            return new Checkpointing(path, file, options.has(SearchOption.CHECKPOINT));
        } catch (CheckpointFile.MalformedException e) {
            throw new UnusableException(ExitStatus.CHECKPOINT_UNUSABLE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnusableException(
                    ExitStatus.CHECKPOINT_UNUSABLE,
                    "Cannot open checkpoint file - " + path + ": " + FileFault.strerror(e));
        }
    }

    /**
     * Returns the filter for what is new.
     *
     * @throws UnusableException if the event where the last search ended is not there any more, but later ones are
     */
    Filter since(Filter filter, EventSearch search) throws UnusableException {
        EventId position = file.position();
        if (position == null) {
            return filter;
        }
        if (fromItsTime) {
            return Filter.all(filter, CheckpointFile.from(position));
        }
        Filter rest = Filter.all(filter, CheckpointFile.after(position));
        if (search.count(CheckpointFile.itself(position)) == 0 && search.count(rest) > 0) {
            throw new UnusableException(
                    ExitStatus.CHECKPOINT_LOST,
                    "Corrupted checkpoint file. The index has newer events, but not the loaded checkpoint "
                            + position.timeAndSerial() + "; delete " + path + " to begin from the start");
        }
        return rest;
    }

    /** Keeps where the search ended. */
    void keep(SearchOutcome outcome) throws UnusableException {
        EventId last = outcome.last();
        if (last == null) {
            return;
        }
        try {
            file.write(last);
        } catch (IOException e) {
            throw new UnusableException(
                    ExitStatus.CHECKPOINT_NOT_KEPT,
                    "Cannot open checkpoint file - " + path + ": " + FileFault.strerror(e));
        }
    }
}
