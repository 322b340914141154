package dev.aulens.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The JSON files of {@code mappings/}, which the program carries. */
final class MappingFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingFiles() {}

    /**
     * Returns the content of a file.
     *
     * @param name without its ending
     * @throws IllegalStateException if the program's jar is damaged
     */
    static ObjectNode read(String name) {
        try (InputStream file =
                Objects.requireNonNull(MappingFiles.class.getResourceAsStream("mappings/" + name + ".json"), name)) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException("the program's jar is damaged", e);
        }
    }
}
