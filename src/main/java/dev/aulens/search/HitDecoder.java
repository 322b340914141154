package dev.aulens.search;

import com.fasterxml.jackson.core.JsonParser;
import dev.aulens.record.EventId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes something of each document that a search finds, while the answer is being read. */
interface HitDecoder<T> {

    /** Tells whether documents are needed at all; if not, answers have only the ids of their events. */
    default boolean readsDocuments() {
        return true;
    }

    /** Returns the fields of the document that are needed, as patterns; none means all. */
    List<String> fields();

    /**
     * Reads a document.
     *
     * @param json stands at the document's opening brace; is left at its closing one
     */
    void document(JsonParser json) throws IOException;

    /**
     * Returns what the last document was.
     *
     * @param id of its event
     * @return null if it is no document of ours
     */
    @Nullable
    T hit(EventId id);
}
