package dev.aulens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.index.Roles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be told of compose.yaml without Docker: that its parts fit each other, and the commands in it this program. */
class ComposeFileTest {

    private static final Path FILE = Path.of("compose.yaml");
    private static final String PROGRAM = "/opt/aulens/aulens";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)([^}]*)}");
    private static final Set<String> ROLES_OF_ELASTICSEARCH = Set.of("viewer");

    private final String text = read(FILE);
    private final JsonNode compose = new ObjectMapper().valueToTree(new Yaml().load(text));

    @Test
    void servicesWaitForOnesThatCanBeWaitedFor() {
        JsonNode services = compose.path("services");
        assertThat(services.properties()).hasSize(5);
        for (Map.Entry<String, JsonNode> service : services.properties()) {
            for (Map.Entry<String, JsonNode> other :
                    service.getValue().path("depends_on").properties()) {
                JsonNode target = services.path(other.getKey());
                assertThat(target.isObject()).as(other.getKey()).isTrue();
                switch (other.getValue().path("condition").asText()) {
                    case "service_healthy" ->
                        assertThat(target.has("healthcheck")).isTrue();
                    case "service_completed_successfully" ->
                        assertThat(target.has("restart")).isFalse();
                    default -> throw new AssertionError(other.getValue());
                }
            }
        }
    }

    @Test
    void volumesAreThere() {
        for (JsonNode service : compose.path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText()
                        .replaceAll("^\\$\\{[A-Z_]+:-([^}]*)}", "$1")
                        .split(":", 2)[0];
                if (source.startsWith("./")) {
                    assertThat(Path.of(source)).exists();
                } else if (!source.startsWith("/")) {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
        }
    }

    @Test
    void portsAreOnLoopbackOnly() {
        compose.path("services")
                .forEach(service -> service.path("ports")
                        .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void variablesThatMustBeSetAreInTheGuide() {
        Set<String> required = VARIABLE.matcher(text)
                .results()
                .filter(variable -> variable.group(2).startsWith(":?"))
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String beginning = text.substring(0, text.indexOf("name:"));

        assertThat(required)
                .containsExactly(
                        "ANALYST_PASSWORD", "AUDIT_HOST", "ELASTIC_PASSWORD", "KIBANA_PASSWORD", "WRITER_PASSWORD");
        for (String guide : List.of(beginning, read(Path.of("docs/kibana.md")))) {
            assertThat(required).allMatch(name -> guide.contains(name.replace("_PASSWORD", "")));
        }
    }

    @Test
    void imagesAreOfTheVersionThatTheTestsUse() {
        MatchResult version = Pattern.compile("<elasticsearch.version>(.*)</elasticsearch.version>")
                .matcher(read(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(compose.path("services").findValuesAsText("image").stream()
                        .filter(image -> image.startsWith("docker.elastic.co/"))
                        .map(image -> image.substring(image.indexOf(':') + 1)))
                .hasSize(3)
                .containsOnly(version.group(1));
    }

    @Test
    void rolesAreThoseOfTheProject() {
        List<String> given = Pattern.compile("\\\\\"roles\\\\\":\\[([^]]*)]")
                .matcher(text)
                .results()
                .flatMap(roles ->
                        Arrays.stream(roles.group(1).replaceAll("[\\\\\"]", "").split(",")))
                .filter(Predicate.not(ROLES_OF_ELASTICSEARCH::contains))
                .toList();

        assertThat(given).containsExactly("aulens_writer", "aulens_reader").allMatch(Roles.all()::containsKey);
    }

    @Test
    void commandsAreThoseOfTheProgram() {
        List<List<String>> commands = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            if (service.at("/entrypoint/0").asText().equals(PROGRAM)) {
                commands.add(StreamSupport.stream(service.path("command").spliterator(), false)
                        .map(word -> VARIABLE.matcher(word.asText()).replaceAll("web1"))
                        .toList());
            } else {
                service.at("/command/0")
                        .asText()
                        .lines()
                        .map(String::trim)
                        .filter(line -> line.startsWith(PROGRAM))
                        .map(line -> line.substring(PROGRAM.length())
                                .replaceAll("\\|.*", "")
                                .trim())
                        .forEach(line -> commands.add(List.of(line.split(" "))));
            }
        }

        assertThat(commands).extracting(words -> words.get(0)).containsExactly("setup", "dashboards", "tail");
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(PrintStream.nullOutputStream()),
                new PrintStream(PrintStream.nullOutputStream()),
                false,
                false,
                false,
                Map.of());
        for (List<String> words : commands) {
            assertThatCode(() -> Main.commandLine(terminal, EnumSet.allOf(Subcommand.class))
                            .parseArgs(words.toArray(String[]::new)))
                    .as(words.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
