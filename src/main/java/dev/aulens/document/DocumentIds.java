package dev.aulens.document;

import dev.aulens.record.EventId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code _id} of a document: the same event always has the same one, and ids sort by time.
 *
 * <pre>
 *   id = 15 digits of milliseconds "-" 10 digits of the serial [ "-" node ]
 * </pre>
 *
 * Elasticsearch takes at most 512 bytes; a node of more than 255 bytes is replaced by its SHA-256 in hex. Time comes
 * first because ids that grow cost the server little to look up.
 */
public final class DocumentIds {

    private static final int MILLIS_DIGITS = 15;
    private static final int SERIAL_DIGITS = 10;
    private static final int LONGEST_NODE = 255;

    private DocumentIds() {}

    /**
     * Returns the id of an event's document.
     *
     * @param node the host that wrote the event, null if none is known
     */
    public static String of(@Nullable String node, long millis, long serial) {
        int length = MILLIS_DIGITS + 1 + SERIAL_DIGITS;
        byte[] id = new byte[length];
        digits(millis, id, MILLIS_DIGITS);
        id[MILLIS_DIGITS] = '-';
        digits(serial, id, length);
        String text = new String(id, StandardCharsets.ISO_8859_1);
        return node == null ? text : text + "-" + shortened(node);
    }

    /** Returns the id of an event's document, the node being the record's own. */
    public static String of(EventId id) {
        return of(id.node(), id.millis(), id.serial());
    }

    private static void digits(long number, byte[] into, int end) {
        int width = end == MILLIS_DIGITS ? MILLIS_DIGITS : SERIAL_DIGITS;
        long rest = number;
        for (int i = end - 1; i >= end - width; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String shortened(String node) {
        byte[] bytes = node.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_NODE) {
            return node;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
