package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What could not be said of an event, one sentence each. */
final class Warnings {

    private static final SerializableString WARNINGS = DocumentJson.name("warnings");

    private final List<String> sentences = new ArrayList<>();

    void clear() {
        sentences.clear();
    }

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    void write(DocumentJson json) throws IOException {
        json.openArray(WARNINGS);
        for (String sentence : sentences) {
            json.element(sentence);
        }
        json.close();
    }
}
