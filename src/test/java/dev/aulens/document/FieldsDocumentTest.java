package dev.aulens.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The table {@code mappings/fields.tsv} against the mapping, and docs/fields.md against the table. After a change write
 * the page anew: {@code mvn test -Dtest=FieldsDocumentTest -Daulens.golden=update}.
 */
class FieldsDocumentTest {

    private static final Path TABLE = Path.of("mappings/fields.tsv");
    private static final Path PAGE = Path.of("docs/fields.md");
    private static final Path INTRODUCTION = Path.of("src/test/resources/documents/fields-introduction.md");

    /** A row of the table. */
    private record Row(String field, String type, String source, String meaning, String example) {}

    @Test
    void theTableHasTheMappingsFieldsAndTypes() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        rows().forEach(row -> types.put(row.field(), row.type()));
        Map<String, String> mapped = new LinkedHashMap<>();
        Mapping.read().fields().forEach((field, definition) -> mapped.put(field, type(definition)));

        assertThat(types).isEqualTo(mapped);
    }

    @Test
    void everyFieldSaysWhatItIs() throws IOException {
        assertThat(rows())
                .filteredOn(row -> !row.type().startsWith("alias "))
                .allSatisfy(row -> assertThat(row.meaning()).as(row.field()).isNotEmpty());
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        if ("update".equals(System.getProperty("aulens.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String type(JsonNode definition) {
        String type = definition.get("type").asText();
        return switch (type) {
            case "alias" -> "alias " + definition.get("path").asText();
            case "object" -> "unindexed";
            default ->
                definition.path("index").asBoolean(true)
                        ? type
                        : definition.path("doc_values").asBoolean(true) ? "counted" : "stored";
        };
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4]));
            }
        }
        return rows;
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(INTRODUCTION));
        page.append("\n| field | type | source | what it is | example |\n| --- | --- | --- | --- | --- |\n");
        for (Row row : rows()) {
            boolean alias = row.type().startsWith("alias ");
            page.append("| `").append(row.field()).append("` | ");
            page.append(alias ? "alias" : row.type()).append(" | ");
            page.append(cell(row.source())).append(" | ");
            page.append(alias ? "`" + row.type().substring(6) + "`" : cell(row.meaning()))
                    .append(" | ");
            page.append(row.example().isEmpty() ? "" : "`" + cell(row.example()) + "`")
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
