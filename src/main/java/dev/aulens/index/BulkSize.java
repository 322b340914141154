package dev.aulens.index;

/**
 * How large requests are: as the settings say, half as large each time that the server finds one too much, and slowly
 * larger again while it takes them. Not for use by several threads at once.
 */
final class BulkSize {

    private static final int STEPS_BACK = 16;

    private final BulkSettings settings;
    private int bytes;

    BulkSize(BulkSettings settings) {
        this.settings = settings;
        this.bytes = settings.bytes();
    }

    /** Tells whether the body is to be sent before more is added. */
    boolean isFull(BulkBody body) {
        return body.count() >= settings.documents() || body.size() >= bytes;
    }

    /** Notes that a request of that size was too much for the server. */
    void refused(int size) {
        bytes = Math.max(1, Math.min(bytes, size) / 2);
    }

    /** Notes that the server took a request. */
    void taken() {
        bytes = Math.min(settings.bytes(), bytes + settings.bytes() / STEPS_BACK);
    }

    /** Returns the size beyond which a request is sent, in bytes. */
    int bytes() {
        return bytes;
    }
}
