package dev.aulens.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.search.Indices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know of an answer: {@code "notices":["closed indices are left out: ..."]}; usually none. */
final class Notices {

    private final List<String> lines = new ArrayList<>();

    /** Adds what an answer lacks. */
    void addClosed(Indices indices) {
        if (!indices.closed().isEmpty()) {
            lines.add(indices.closed().notice());
        }
    }

    void addAll(List<String> notices) {
        lines.addAll(notices);
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeFieldName("notices");
        json.writeArray(lines.toArray(String[]::new), 0, lines.size());
    }
}
