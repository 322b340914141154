package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of categories against the list it was decided from: {@code ecs-categorization.csv}, every line of it. */
class CategoriesTest {

    private static final Categories CATEGORIES = new Categories(new FieldTable());

    /** A line of the list, by its column names. */
    record Row(Map<String, String> columns) {

        String get(String column) {
            return Objects.requireNonNull(columns.get(column), column);
        }

        List<String> list(String column) {
            return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\|", -1));
        }

        @Override
        public String toString() {
            return get("key") + " " + get("peer_condition");
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(CategoriesTest.class.getResourceAsStream("ecs-categorization.csv"))) {
            List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> names = cells(lines.get(0));
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> columns = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    columns.put(names.get(i), cells.get(i));
                }
                rows.add(new Row(columns));
            }
            assertThat(rows).hasSize(445);
            return rows;
        }
    }

    /** Returns the cells of a line of RFC 4180 without line feeds inside cells. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsAsDecided(Row row) {
        if (row.get("role").equals("auxiliary")) {
            assertThat(CATEGORIES.isAuxiliary(row.get("key"))).isTrue();
            return;
        }
        Category category = category(row);
        assertThat(category).isNotNull();
        Category found = Objects.requireNonNull(category);
        assertThat(found.kind().getValue()).isEqualTo(row.get("proposed_event_kind"));
        assertThat(text(found.action())).isEqualTo(row.get("proposed_event_action"));
        assertThat(texts(found.categories())).isEqualTo(row.list("proposed_event_category"));
        assertThat(texts(found.types())).isEqualTo(row.list("proposed_event_type"));
        assertThat(Objects.requireNonNullElse(found.objectType(), "")).isEqualTo(row.get("proposed_object_type"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noActionOfThePeerIsRenamedAndNoCategoryRemoved(Row row) {
        Category category = row.get("role").equals("auxiliary") ? null : category(row);
        if (category == null) {
            return;
        }
        assertThat(texts(category.categories())).containsAll(row.list("peer_event_category"));
        if (!row.get("peer_event_action").isEmpty()) {
            assertThat(text(category.action())).isEqualTo(row.get("peer_event_action"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void usersAreWhomThePeerMaps(Row row) {
        List<String> mappings = Arrays.asList(row.get("peer_user_mapping").split(";", -1));
        Category category = row.get("peer_user_mapping").isEmpty() ? null : category(row);
        if (category == null) {
            return;
        }
        assertThat(mappings).contains("subject.primary>user");
        assertThat(category.persons().user()).isEqualTo(person(row.list("peer_actor_primary_from")));
        assertThat(category.persons().effective()).isEqualTo(effective(row, mappings));
        assertThat(category.hasType("group"))
                .isEqualTo(mappings.stream().anyMatch(mapping -> mapping.endsWith(">group")));
    }

    private static Person effective(Row row, List<String> mappings) {
        if (mappings.contains("uid.uid>user.effective")) {
            return Person.REAL;
        }
        boolean isSecondary = mappings.contains("subject.secondary>user.effective");
        assertThat(isSecondary || mappings.contains("object.primary>user.effective"))
                .isTrue();
        return person(row.list(isSecondary ? "peer_actor_secondary_from" : "peer_object_primary_from"));
    }

    /** Returns whom the peer means by a field and those that it takes in its place. */
    private static Person person(List<String> alternatives) {
        String last = alternatives.get(alternatives.size() - 1);
        return Person.of(alternatives.contains("acct") ? "acct" : last);
    }

    private static @Nullable Category category(Row row) {
        return row.get("role").equals("syscall")
                ? CATEGORIES.ofCall(row.get("key"))
                : CATEGORIES.ofRecord(row.get("key"), row.get("peer_condition").equals("apparmor"));
    }

    private static String text(@Nullable SerializableString word) {
        return word == null ? "" : word.getValue();
    }

    private static List<String> texts(List<SerializableString> words) {
        return words.stream().map(SerializableString::getValue).toList();
    }
}
