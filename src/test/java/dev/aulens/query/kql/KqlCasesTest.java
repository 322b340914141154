package dev.aulens.query.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.query.Dsl;
import dev.aulens.query.Filter;
import dev.aulens.search.EventSearch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Kibana makes of KQL: {@code kql-cases.json}. */
class KqlCasesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode FILE = read();

    /** One of the file's cases. */
    record Case(JsonNode json) {

        String kql() {
            return json.get("kql").asText();
        }

        KqlOptions options() {
            JsonNode options = json.path("options");
            return new KqlOptions(
                    options.path("allowLeadingWildcards").asBoolean(true),
                    options.has("dateFormatTZ") ? options.get("dateFormatTZ").asText() : null,
                    options.path("filtersInMustClause").asBoolean(false),
                    truth(options.get("nestedIgnoreUnmapped")),
                    truth(options.get("caseInsensitive")),
                    false);
        }

        DataView view() {
            List<DataView.Field> fields = new ArrayList<>();
            for (JsonNode field : FILE.at("/fieldSets").path(json.path("fields").asText())) {
                JsonNode path = field.at("/subType/nested/path");
                fields.add(new DataView.Field(
                        field.get("name").asText(), type(field), path.isMissingNode() ? null : path.asText()));
            }
            return new DataView(fields);
        }

        private static FieldType type(JsonNode field) {
            if (field.path("esTypes").toString().equals("[\"keyword\"]")) {
                return FieldType.KEYWORD;
            }
            return field.get("type").asText().equals("date") ? FieldType.DATE : FieldType.OTHER;
        }

        private static @Nullable Boolean truth(@Nullable JsonNode value) {
            return value == null ? null : value.asBoolean();
        }

        @Override
        public String toString() {
            return json.get("id").asText() + " " + kql();
        }
    }

    static Stream<Case> cases() {
        return StreamSupport.stream(FILE.get("cases").spliterator(), false).map(Case::new);
    }

    static Stream<Case> queries() {
        return cases().filter(each -> each.json().has("dsl"));
    }

    static Stream<Case> faults() {
        return cases().filter(each -> each.json().has("error"));
    }

    static Stream<Case> trees() {
        return cases().filter(each -> each.json().has("ast"));
    }

    @Test
    void thereAreAllCases() {
        assertThat(cases()).hasSize(262);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void treeIsThatOfKibana(Case each) throws KqlException {
        KqlNode tree = KqlParser.parse(each.kql(), each.options().allowLeadingWildcards());

        assertThat(tree.accept(new KqlTrace())).isEqualTo(each.json().get("ast").asText());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryIsThatOfKibana(Case each) throws KqlException, IOException {
        KqlNode tree = KqlParser.parse(each.kql(), each.options().allowLeadingWildcards());
        Dsl query = KqlTranslator.translate(tree, each.view(), each.options());
        Filter filter = new Filter.Foreign(Filter.Language.KQL, each.kql(), List.of(), List.of(), query);

        assertThat(MAPPER.readTree(EventSearch.explain(filter)))
                .isEqualTo(each.json().get("dsl"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsThatOfKibana(Case each) {
        JsonNode error = each.json().get("error");
        assertThatExceptionOfType(KqlException.class)
                .isThrownBy(() -> KqlTranslator.translate(
                        KqlParser.parse(each.kql(), each.options().allowLeadingWildcards()),
                        each.view(),
                        each.options()))
                .satisfies(fault -> {
                    assertThat(fault).hasMessage(error.get("message").asText());
                    if (error.has("offset")) {
                        assertThat(fault.offset()).isEqualTo(error.get("offset").asInt());
                    }
                });
    }

    private static JsonNode read() {
        try (InputStream file =
                Objects.requireNonNull(KqlCasesTest.class.getResourceAsStream("kql-cases.json"), "file")) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
