package dev.aulens.document;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.FieldOrder;
import dev.aulens.record.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about the fields of a record from its type and their names alone, kept for the last order of each
 * type: the next record of the type mostly has the same fields in the same order. Scratch space, reused.
 */
final class ByOrder<T> {

    private static final int TYPES = 256;

    private final Function<AuditRecord, T> find;
    private final List<@Nullable Found<T>> last = new ArrayList<>(Collections.nCopies(TYPES, null));

    private record Found<T>(RecordType type, FieldOrder order, T result) {}

    /** @param find its result must not depend on the values of the record's fields */
    ByOrder(Function<AuditRecord, T> find) {
        this.find = find;
    }

    /** Returns what is found out about a record's fields. */
    T of(AuditRecord record) {
        int slot = record.type().number() & (TYPES - 1);
        Found<T> found = last.get(slot);
        if (found == null || found.order != record.order() || !found.type.equals(record.type())) {
            found = new Found<>(record.type(), record.order(), find.apply(record));
            last.set(slot, found);
        }
        return found.result;
    }
}
