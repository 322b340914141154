package dev.aulens.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of a record's fields, in their order. Immutable.
 *
 * <p>Records of one type mostly have the same fields in the same order. They share this object, so that a name is looked
 * up in a table which was made once, a record costs no array of names, and a reader that has seen the order before knows
 * all fields at once.
 */
public final class FieldOrder {

    /** The order of a record without fields. */
    static final FieldOrder NONE = of(new String[0], 0);

    private final String[] names;
    private final int fieldCount;
    private final byte[][] encoded;
    private final byte[] fields;
    private final byte[] enriched;

    /** @param indexed whether many look-ups will follow */
    private FieldOrder(String[] names, int fieldCount, boolean indexed) {
        this.names = names;
        this.fieldCount = fieldCount;
        this.encoded = indexed ? encode(names) : new byte[0][];
        this.fields = indexed ? index(0, fieldCount) : new byte[0];
        this.enriched = indexed ? index(fieldCount, names.length) : new byte[0];
    }

    /** Returns the order of the names, looked up one after another. */
    static FieldOrder of(String[] names, int fieldCount) {
        return new FieldOrder(names, fieldCount, false);
    }

    /** Returns the order of at most 126 names, looked up in a table. */
    static FieldOrder indexed(String[] names, int fieldCount) {
        return new FieldOrder(names, fieldCount, true);
    }

    private static byte[][] encode(String[] names) {
        byte[][] encoded = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            encoded[i] = names[i].getBytes(StandardCharsets.UTF_8);
        }
        return encoded;
    }

    /** Returns a table by the names' hashes: places counted from 1, of each name the first. */
    private byte[] index(int from, int to) {
        byte[] slots = new byte[Integer.highestOneBit(Math.max(1, to - from)) * 4];
        for (int i = from; i < to; i++) {
            int slot = slot(slots, names[i]);
            while (slots[slot] != 0 && !names[slots[slot] - 1].equals(names[i])) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = slots[slot] == 0 ? (byte) (i + 1) : slots[slot];
        }
        return slots;
    }

    private static int slot(byte[] slots, String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 7) & (slots.length - 1);
    }

    /** Tells whether these are the names. */
    boolean is(String[] others, int count, int otherFieldCount) {
        if (count != names.length || fieldCount != otherFieldCount) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!names[i].equals(others[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the order of the fields alone, without enriched names. */
    FieldOrder withoutEnriched() {
        return of(Arrays.copyOf(names, fieldCount), fieldCount);
    }

    /** Returns the number of fields, enriched names not counted. */
    int fieldCount() {
        return fieldCount;
    }

    /** Returns the number of names. */
    int size() {
        return names.length;
    }

    String name(int i) {
        return names[i];
    }

    /**
     * Returns where the name at {@code place} ends in {@code bytes} if it stands at {@code from} and {@code =} follows, else
     * -1; also if this order is not indexed.
     */
    int endOfName(int place, byte[] bytes, int from, int limit) {
        if (place >= encoded.length) {
            return -1;
        }
        byte[] name = encoded[place];
        int end = from + name.length;
        if (end >= limit || bytes[end] != '=') {
            return -1;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[from + i] != name[i]) {
                return -1;
            }
        }
        return end;
    }

    /** Returns the place of the first field of that name, -1 if there is none. */
    int find(String name) {
        return fields.length == 0 ? find(name, 0) : find(fields, name);
    }

    /** Returns the place of the first field of that name at or after {@code from}, -1 if there is none. */
    int find(String name, int from) {
        return find(name, from, fieldCount);
    }

    /** Returns the place of the first enriched name, -1 if there is none. */
    public int findEnriched(String name) {
        return enriched.length == 0 ? find(name, fieldCount, names.length) : find(enriched, name);
    }

    private int find(byte[] slots, String name) {
        int slot = slot(slots, name);
        while (slots[slot] != 0) {
            int place = slots[slot] - 1;
            if (names[place].equals(name)) {
                return place;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private int find(String name, int from, int to) {
        for (int i = from; i < to; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
