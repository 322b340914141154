package dev.aulens.source;

/**
 * How far a file of a log has been read.
 *
 * @param key where the file was
 * @param head how it begins
 * @param offset of the first byte that is to be read again, in the decompressed file
 * @param size that the decompressed file is known to have had, the offset at least
 */
public record FilePosition(FileKey key, FileHead head, long offset, long size) {

    /** Returns the position further in front, if the offset is. */
    FilePosition notBehind(long limit) {
        return new FilePosition(key, head, Math.min(offset, limit), size);
    }

    /** Returns whether the file held something that is to be read yet, or again. */
    boolean isBeforeEnd() {
        return offset < size;
    }
}
