package dev.aulens.query.options;

import dev.aulens.query.Filter;

/**
 * Where documents have an id of a user or group.
 *
 * @param field ends in {@code .id}; the name stands beside it
 * @param where in which documents the field has that id, and not somebody else's
 */
record IdPlace(String field, Filter where) {

    private static final String ID = ".id";

    IdPlace {
        if (!field.endsWith(ID)) {
            throw new IllegalArgumentException(field);
        }
    }

    /** Returns a field that has the id in all documents. */
    static IdPlace of(String field) {
        return new IdPlace(field, new Filter.Everything());
    }

    String nameField() {
        return field.substring(0, field.length() - ID.length()) + ".name";
    }
}
