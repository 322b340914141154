package dev.aulens.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders of fields that records had lately, each one object. A table of fixed size in which a new one takes the place
 * of an old one, so that hostile input cannot make it grow. Not for use by several threads at once.
 */
final class FieldOrders {

    private static final int SLOTS = 256;
    private static final int MOST_NAMES = 100;

    private final @Nullable FieldOrder[] recent = new @Nullable FieldOrder[SLOTS];

    /**
     * Returns the order of the first {@code count} names.
     *
     * @param fieldCount how many of them are fields
     */
    FieldOrder get(String[] names, int count, int fieldCount) {
        if (count > MOST_NAMES) {
            return FieldOrder.of(Arrays.copyOf(names, count), fieldCount);
        }
        int hash = fieldCount;
        int characters = 0;
        for (int i = 0; i < count; i++) {
            hash = hash * 31 + names[i].hashCode();
            characters += names[i].length();
        }
        int slot = (hash ^ hash >>> 16 ^ hash >>> 8) & (SLOTS - 1);
        FieldOrder order = recent[slot];
        if (order == null || !order.is(names, count, fieldCount)) {
            boolean small = characters <= MOST_NAMES * FieldNames.LONGEST;
            order = small
                    ? FieldOrder.indexed(Arrays.copyOf(names, count), fieldCount)
                    : FieldOrder.of(Arrays.copyOf(names, count), fieldCount);
            recent[slot] = small ? order : recent[slot];
        }
        return order;
    }
}
