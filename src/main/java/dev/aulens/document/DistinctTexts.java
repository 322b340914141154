package dev.aulens.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts in the order in which they came first, each once. Of an event's fields: a list that is searched, not a set. */
final class DistinctTexts {

    private final List<String> texts = new ArrayList<>(0);

    /** Adds a text unless it is there already; null is none. */
    void add(@Nullable String text) {
        if (text != null && !texts.contains(text)) {
            texts.add(text);
        }
    }

    void clear() {
        texts.clear();
    }

    /** Returns the texts: a view of those that are there when it is read. */
    List<String> list() {
        return texts;
    }
}
