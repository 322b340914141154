package dev.aulens.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The roles of {@code mappings/roles/}: what users of Elasticsearch must be allowed for the commands of aulens. */
public final class Roles {

    private static final List<String> NAMES = List.of("setup", "writer", "reader");

    private Roles() {}

    /** Returns each role by its name, as the JSON that {@code PUT _security/role} takes. */
    public static Map<String, String> all() {
        return NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> "aulens_" + name, Roles::read));
    }

    private static String read(String name) {
        try (InputStream file =
                Objects.requireNonNull(Roles.class.getResourceAsStream("mappings/roles/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's jar is damaged", e);
        }
    }
}
