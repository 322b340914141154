package dev.aulens.source;

/** Takes the lines of an input, in order. */
public interface LineSink {

    /**
     * Takes a line.
     *
     * @param buffer holds the line between {@code from} and {@code to}, without its line end; valid during the call
     * @param offset of the line's first byte in the decompressed input
     */
    void line(byte[] buffer, int from, int to, long offset);

    /**
     * Takes a part of a line that is too long to be held whole. The parts of one line come one after another.
     *
     * @param buffer holds the part between {@code from} and {@code to}; valid during the call
     * @param offset of the part's first byte in the decompressed input
     * @param part counted from 1
     * @param last whether the line ends with this part
     */
    void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last);

    /**
     * Takes an entry of a journal in which there is no record: another program wrote it.
     *
     * @param offset of the entry's first byte in the decompressed input
     * @param length of the entry in bytes
     */
    void otherEntry(long offset, long length);
}
