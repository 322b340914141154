package dev.aulens.source;

/** An input that may grow while it is read. Not for use by several threads at once. */
public sealed interface Followed extends AutoCloseable permits FollowedLog, FollowedStream {

    /**
     * Hands on lines that have been written since the last call: some, when there are many.
     *
     * @param now {@link System#nanoTime}
     * @return true if all that stood there was read
     */
    boolean poll(long now);

    /** Tells whether nothing will be written any more, and all was read. */
    boolean ended();

    @Override
    void close();

    /** Makes the sinks for the lines of files. */
    @FunctionalInterface
    interface Sinks {
        /**
         * Returns the sink for the lines of a file.
         *
         * @param file its number; a copy of a file that takes its place has the same one
         * @param offset where reading begins
         */
        LineSink of(int file, long offset);
    }
}
