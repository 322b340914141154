package dev.aulens.search;

import dev.aulens.PrivateFiles;
import dev.aulens.Sha256;
import dev.aulens.query.EventIdFields;
import dev.aulens.query.Filter;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where searches ended, so that the next one with the same conditions goes on there ({@code --checkpoint}).
 *
 * <pre>
 *   line = query " " [ node " " ] seconds "." milliseconds ":" serial
 * </pre>
 *
 * The query is a digest of the conditions without the times, so that one file serves several searches. ausearch's own
 * file names a place in a log instead, which has no meaning in an index.
 */
public final class CheckpointFile {

    private static final int DIGEST_DIGITS = 32;
    /** Positions of more searches than anybody has; a log that is named by mistake is not read. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String BEGIN_AGAIN = "; delete the file to begin from the start";

    private final Path path;
    private final String query;
    private final Map<String, String> positions = new LinkedHashMap<>();

    private CheckpointFile(Path path, String query) {
        this.path = path;
        this.query = query;
    }

    /** The file is there, but is no checkpoint file. */
    public static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /**
     * Reads the file, if there is one.
     *
     * @param conditions which positions belong to: the search's, without times
     * @throws MalformedException if it has another form
     * @throws IOException if it cannot be read
     */
    public static CheckpointFile read(Path path, Filter conditions) throws IOException, MalformedException {
        CheckpointFile file = new CheckpointFile(path, digest(SearchBody.json(conditions)));
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return file;
        }
        check(path, attributes);
        int number = 0;
        for (String line : new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            number++;
            int blank = line.indexOf(' ');
            if (blank != DIGEST_DIGITS || parse(line.substring(blank + 1)) == null) {
                throw new MalformedException("Malformed checkpoint line " + number + " in " + path + BEGIN_AGAIN);
            }
            file.positions.put(line.substring(0, blank), line.substring(blank + 1));
        }
        return file;
    }

    private static void check(Path path, BasicFileAttributes attributes) throws MalformedException {
        if (!attributes.isRegularFile()) {
            throw new MalformedException(path + " is not a regular file; name another checkpoint file");
        }
        if (attributes.size() == 0) {
            throw new MalformedException("Empty checkpoint file " + path + BEGIN_AGAIN);
        }
        if (attributes.size() > MOST_BYTES) {
            throw new MalformedException(path + " is too large for a checkpoint file; name another");
        }
    }

    /** Returns the last event of the search before, null if there was none. */
    public @Nullable EventId position() {
        String text = positions.get(query);
        return text == null ? null : parse(text);
    }

    /**
     * Keeps the last event of the search, beside the positions of other searches. Nobody else may read the file.
     *
     * @throws IOException if it cannot be written; then the file is as it was
     */
    public void write(EventId last) throws IOException {
        positions.put(query, (last.node() == null ? "" : last.node() + " ") + last.timeAndSerial());
        StringBuilder text = new StringBuilder();
        positions.forEach(
                (key, position) -> text.append(key).append(' ').append(position).append('\n'));
        PrivateFiles.replace(path, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the filter for what comes after an event in the order of searches. */
    public static Filter after(EventId id) {
        Filter.Bound time = time(id);
        String node = id.node();
        Filter laterNode = node == null
                ? new Filter.Exists(EventIdFields.NODE)
                : new Filter.Range(EventIdFields.NODE, new Filter.Bound(node, false), null);
        String serial = Long.toString(id.serial());
        Filter laterSerial = new Filter.Range(EventIdFields.SERIAL, new Filter.Bound(serial, false), null);
        return Filter.any(
                new Filter.Range(EventIdFields.TIME, new Filter.Bound(time.value(), false), null),
                Filter.all(
                        new Filter.Range(EventIdFields.TIME, time, time),
                        Filter.any(laterSerial, Filter.all(new Filter.Term(EventIdFields.SERIAL, serial), laterNode))));
    }

    /** Returns the filter for what has the time of an event or a later one ({@code -ts checkpoint}). */
    public static Filter from(EventId id) {
        return new Filter.Range(EventIdFields.TIME, time(id), null);
    }

    /** Returns the filter for the event itself. */
    public static Filter itself(EventId id) {
        String node = id.node();
        return Filter.all(
                new Filter.Range(EventIdFields.TIME, time(id), time(id)),
                new Filter.Term(EventIdFields.SERIAL, Long.toString(id.serial())),
                node == null
                        ? Filter.not(new Filter.Exists(EventIdFields.NODE))
                        : new Filter.Term(EventIdFields.NODE, node));
    }

    private static Filter.Bound time(EventId id) {
        return new Filter.Bound(java.time.Instant.ofEpochMilli(id.millis()).toString(), true);
    }

    private static @Nullable EventId parse(String text) {
        int blank = text.lastIndexOf(' ');
        int dot = text.indexOf('.', blank + 1);
        int colon = text.indexOf(':', Math.max(dot, 0));
        if (blank == 0 || dot < 0 || colon != dot + 4) {
            return null;
        }
        long seconds = number(text.substring(blank + 1, dot), 12);
        long millis = number(text.substring(dot + 1, colon), 3);
        long serial = number(text.substring(colon + 1), 10);
        if (seconds < 0 || millis < 0 || serial < 0) {
            return null;
        }
        return new EventId(blank < 0 ? null : text.substring(0, blank), seconds * 1000 + millis, serial);
    }

    /** Returns the number, -1 if the text is none or has more digits than that. */
    private static long number(String digits, int most) {
        boolean isNumber = digits.length() <= most && digits.matches("[0-9]+");
        return isNumber ? Long.parseLong(digits) : -1;
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS);
    }
}
