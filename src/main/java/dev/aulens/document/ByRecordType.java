package dev.aulens.document;

import dev.aulens.record.RecordType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of record types. Its row {@code user} holds for all types of programs that have no row of their own.
 *
 * @param rows by the types' names
 */
record ByRecordType<T>(Map<String, T> rows) {

    private static final String USER = "user";

    /** Returns what the table says of a type, null if that is nothing. */
    @Nullable
    T of(RecordType type) {
        T own = rows.get(type.name());
        return own == null && type.isUserMessage() ? rows.get(USER) : own;
    }
}
