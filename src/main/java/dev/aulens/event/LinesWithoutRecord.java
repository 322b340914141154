package dev.aulens.event;

/** Takes what {@link RecordReader} finds to be no record. The buffers are valid during the call. */
public interface LinesWithoutRecord {

    /**
     * Takes a line that should be a record and is none.
     *
     * @param source the input's name
     * @param number of the line in its input, counted from 1; 0 if that is not known
     * @param offset of the line's first byte in the decompressed input
     * @param reason a short sentence without the line's content
     * @param buffer holds the line between {@code from} and {@code to}, without its line end
     */
    void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to);

    /**
     * Takes a part of a line that is too long to be a record. The parts of one line come one after another.
     *
     * @param source the input's name
     * @param number of the line in its input, counted from 1; 0 if that is not known
     * @param offset of the part's first byte in the decompressed input
     * @param part counted from 1
     * @param buffer holds the part between {@code from} and {@code to}
     */
    void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to);

    /** Takes a line that another program wrote. */
    default void ofOtherProgram(byte[] buffer, int from, int to) {
        // Nothing of the audit system's.
    }
}
