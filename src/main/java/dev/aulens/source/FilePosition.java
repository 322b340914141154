package dev.aulens.source;

/**
 * How far a file of a log has been read.
 *
 * @param key where the file was
 * @param head how it begins
 * @param offset of the first byte that is to be read again, in the decompressed file
 */
public record FilePosition(FileKey key, FileHead head, long offset) {}
