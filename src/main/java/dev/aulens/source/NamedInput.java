package dev.aulens.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What one argument of a command names: one input, or the files of a log. */
sealed interface NamedInput extends Iterable<LogInput> permits NamedInput.One, RotatedLog {

    /** Returns its bytes as they are stored, -1 if that is not known. */
    long size();

    /**
     * Returns whether reading it would read a file.
     *
     * @param file does not have to exist
     */
    boolean holds(Path file) throws IOException;

    /**
     * One input.
     *
     * @param place where it is in the file system
     */
    record One(LogInput input, Path place) implements NamedInput {

        @Override
        public long size() {
            return input.size();
        }

        @Override
        public boolean holds(Path file) throws IOException {
            return Files.exists(place) && Files.exists(file) && Files.isSameFile(place, file);
        }

        @Override
        public Iterator<LogInput> iterator() {
            return List.of(input).iterator();
        }
    }
}
