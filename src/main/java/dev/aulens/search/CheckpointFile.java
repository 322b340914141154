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
        try {
            int number = 0;
            for (String line : Files.readAllLines(path)) {
                number++;
                int blank = line.indexOf(' ');
                if (blank != DIGEST_DIGITS || parse(line.substring(blank + 1)) == null) {
                    throw new MalformedException("Malformed checkpoint line " + number + " in " + path
                            + "; delete the file to begin from the start");
                }
                file.positions.put(line.substring(0, blank), line.substring(blank + 1));
            }
        } catch (NoSuchFileException e) {
            return file;
        }
        return file;
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
        try {
            long seconds = Long.parseLong(text.substring(blank + 1, dot));
            long millis = Long.parseLong(text.substring(dot + 1, colon));
            long serial = Long.parseLong(text.substring(colon + 1));
            String node = blank < 0 ? null : text.substring(0, blank);
            return new EventId(node, seconds * 1000 + millis, serial);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS);
    }
}
