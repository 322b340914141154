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
        byte[] stored;
        try (InputStream input = Files.newInputStream(path)) {
            stored = input.readNBytes(FileHead.LONGEST);
        }
        byte[] first;
        try (InputStream input = Compression.open(new BufferedInputStream(Files.newInputStream(path)))) {
            first = input.readNBytes(FileHead.LONGEST);
        }
        if (!FileKey.of(path).equals(key)) {
            throw new NoSuchFileException(path.toString());
        }
        int both = Math.min(first.length, stored.length);
        return new Content(first, !Arrays.equals(first, 0, both, stored, 0, both));
    }
}
