package dev.aulens.document;

import dev.aulens.Sha256;
import dev.aulens.record.EventId;
import java.nio.charset.StandardCharsets;

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

    /** Returns the id of an event's document. */
    public static String of(EventId id) {
        char[] digits = new char[MILLIS_DIGITS + 1 + SERIAL_DIGITS];
        fill(digits, 0, MILLIS_DIGITS, id.millis());
        digits[MILLIS_DIGITS] = '-';
        fill(digits, MILLIS_DIGITS + 1, digits.length, id.serial());
        String text = new String(digits);
        return id.node() == null ? text : text + "-" + shortened(id.node());
    }

    private static void fill(char[] digits, int from, int to, long number) {
        long rest = number;
        for (int i = to - 1; i >= from; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String shortened(String node) {
        byte[] bytes = node.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_NODE) {
            return node;
        }
        return Sha256.hex(bytes);
    }
}
