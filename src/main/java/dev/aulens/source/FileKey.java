package dev.aulens.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a file system knows a file by, whatever its name. A deleted file's inode is soon another file's.
 *
 * @param device the number of the file system
 * @param inode the file's number there
 */
public record FileKey(long device, long inode) {

    /** Returns the key of the file that has a name now. */
    static FileKey of(Path file) throws IOException {
        return of(Files.readAttributes(file, "unix:dev,ino"));
    }

    static FileKey of(Map<String, Object> attributes) {
        return new FileKey(number(attributes, "dev"), number(attributes, "ino"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : -1;
    }
}
