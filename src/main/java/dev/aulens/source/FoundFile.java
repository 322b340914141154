package dev.aulens.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of a log as its folder shows it at one moment.
 *
 * @param size as it is stored
 */
record FoundFile(Path path, FileKey key, long size, FileTime modified) {

    /**
     * How a file begins, decompressed.
     *
     * @param first its first bytes, {@link FileHead#LONGEST} at most
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one place to another, never compared
    record Content(byte[] first, boolean compressed) {}

    /** Returns the files of a log that are there now, oldest first. */
    static List<FoundFile> of(Path log) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        for (Path path : RotatedSet.of(log)) {
            try {
                Map<String, Object> attributes = Files.readAttributes(path, "unix:dev,ino,size,lastModifiedTime");
                if (attributes.get("size") instanceof Long size
                        && attributes.get("lastModifiedTime") instanceof FileTime modified) {
                    found.add(new FoundFile(path, FileKey.of(attributes), size, modified));
                }
            } catch (NoSuchFileException e) {
                // Renamed or deleted since the folder was read.
            }
        }
        return found;
    }

    /**
     * Reads how the file begins.
     *
     * @throws NoSuchFileException if another file, or none, has the name now
     */
    Content content() throws IOException {
        byte[] stored = stored();
        byte[] first;
        try (InputStream input = Compression.open(new BufferedInputStream(Files.newInputStream(path)))) {
            first = input.readNBytes(FileHead.LONGEST);
        }
        if (!isInPlace()) {
            throw new NoSuchFileException(path.toString());
        }
        int both = Math.min(first.length, stored.length);
        return new Content(first, !Arrays.equals(first, 0, both, stored, 0, both));
    }

    /**
     * Reads the first bytes of what has the file's name now, as they are stored.
     *
     * @return {@link FileHead#LONGEST} bytes at most
     */
    byte[] stored() throws IOException {
        try (InputStream input = Files.newInputStream(path)) {
            return input.readNBytes(FileHead.LONGEST);
        }
    }

    /** Returns the bytes of the file, as they are stored; empty if it has another name now. */
    Optional<InputStream> open() throws IOException {
        try {
            InputStream input = Files.newInputStream(path);
            if (isInPlace()) {
                return Optional.of(input);
            }
            input.close();
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the file still has its name. */
    boolean isInPlace() throws IOException {
        try {
            return FileKey.of(path).equals(key);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
