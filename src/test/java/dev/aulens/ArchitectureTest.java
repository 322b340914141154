package dev.aulens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One way through: each package knows only those to its left. */
class ArchitectureTest {

    private static final int LONGEST_CLASS = 400;

    /** What each package may use, besides the root package that all share. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("record", List.of()),
            Map.entry("source", List.of()),
            Map.entry("event", List.of("source", "record")),
            Map.entry("interpret", List.of("record", "event")),
            Map.entry("facts", List.of("record", "event", "interpret")),
            Map.entry("document", List.of("record", "event", "interpret", "facts")),
            Map.entry("continuity", List.of("record", "event")),
            Map.entry("elastic", List.of()),
            Map.entry("index", List.of("source", "record", "event", "interpret", "document", "elastic")),
            Map.entry("metrics", List.of("event", "index")),
            Map.entry("locale", List.of()),
            Map.entry("query", List.of("record", "interpret", "render", "locale")),
            Map.entry("search", List.of("record", "event", "interpret", "query", "elastic")),
            Map.entry("render", List.of("record", "event", "interpret", "locale")),
            Map.entry(
                    "report",
                    List.of(
                            "source",
                            "record",
                            "event",
                            "interpret",
                            "facts",
                            "continuity",
                            "locale",
                            "query",
                            "search",
                            "render")),
            Map.entry(
                    "verify",
                    List.of(
                            "source",
                            "record",
                            "event",
                            "document",
                            "interpret",
                            "continuity",
                            "elastic",
                            "index",
                            "query",
                            "search")),
            Map.entry("dashboards", List.of("elastic", "index", "query")),
            Map.entry("node", List.of()),
            Map.entry(
                    "web", List.of("record", "interpret", "index", "elastic", "locale", "query", "search", "render")));

    /** What each package of commands may use of the others. Those below {@code question} are families of commands. */
    private static final Map<String, List<String>> ALLOWED_IN_COMMANDS = Map.ofEntries(
            Map.entry("terminal", List.of()),
            Map.entry("options", List.of()),
            Map.entry("help", List.of()),
            Map.entry("command", List.of("terminal", "options")),
            Map.entry("question", List.of("command", "terminal", "options", "help")),
            Map.entry("search", List.of("question", "command", "terminal", "options")),
            Map.entry("count", List.of("question", "command", "terminal")),
            Map.entry("report", List.of("question", "command", "terminal", "help")),
            Map.entry("dashboards", List.of("question", "command", "terminal", "options")),
            Map.entry("index", List.of("command", "terminal", "options")),
            Map.entry("verify", List.of("index", "command", "terminal", "options")),
            Map.entry("node", List.of("command", "terminal")),
            Map.entry("demo", List.of("index", "command", "terminal")),
            Map.entry("serve", List.of("command", "terminal", "options")),
            Map.entry("syscall", List.of("command", "terminal")));

    private static final JavaClasses AULENS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.aulens");

    @Test
    void packagesKnowOnlyThoseToTheirLeft() {
        layers("dev.aulens", ALLOWED, "root")
                .layer("cli")
                .definedBy("dev.aulens.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(AULENS);
    }

    @Test
    void packagesOfCommandsKnowOnlyWhatTheyShare() {
        layers("dev.aulens.cli", ALLOWED_IN_COMMANDS)
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .check(AULENS);
    }

    /** Returns the packages below a root, each with what it may access besides {@code shared}. */
    private static Architectures.LayeredArchitecture layers(
            String root, Map<String, List<String>> allowed, String... shared) {
        Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .layer("root")
                .definedBy(root);
        for (String name : allowed.keySet()) {
            layers = layers.layer(name).definedBy(root + "." + name + "..");
        }
        for (Map.Entry<String, List<String>> each : allowed.entrySet()) {
            String[] known =
                    Stream.concat(Stream.of(shared), each.getValue().stream()).toArray(String[]::new);
            Architectures.LayeredArchitecture.LayerDependencySpecification layer = layers.whereLayer(each.getKey());
            layers = known.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(known);
        }
        return layers;
    }

    @Test
    void everyPackageHasItsPlace() {
        assertThat(packagesIn("dev.aulens")).allMatch(name -> name.equals("cli") || ALLOWED.containsKey(name));
        assertThat(packagesIn("dev.aulens.cli")).allMatch(ALLOWED_IN_COMMANDS::containsKey);
    }

    /** Returns the names of the packages directly below a root. */
    private static Stream<String> packagesIn(String root) {
        return AULENS.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1).replaceAll("\\..*", ""))
                .distinct();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.aulens.(*)..").should().beFreeOfCycles().check(AULENS);
        slices().matching("dev.aulens.cli.(*)..").should().beFreeOfCycles().check(AULENS);
    }

    @Test
    void onlyTheCommandsKnowPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.aulens.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(AULENS);
    }

    @Test
    void noRegularExpressionIsOnTheWayOfEachLine() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.aulens.source..",
                        "dev.aulens.record..",
                        "dev.aulens.event..",
                        "dev.aulens.interpret..",
                        "dev.aulens.facts..",
                        "dev.aulens.document..")
                .should()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .orShould()
                .callMethod(String.class, "split", String.class)
                .orShould()
                .callMethod(String.class, "split", String.class, int.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex..")
                .check(AULENS);
    }

    @Test
    void onlyTheServersNeighboursKnowItsClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.aulens.elastic..",
                        "dev.aulens.index..",
                        "dev.aulens.search..",
                        "dev.aulens.verify..",
                        "dev.aulens.query.dsl..",
                        "dev.aulens.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("co.elastic..", "org.elasticsearch..", "org.apache.http..")
                .check(AULENS);
    }

    @Test
    void nobodyUsesTheLoggingOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(AULENS);
    }

    @Test
    void onlyTheProgramEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.aulens.cli.Main")
                .and()
                .doNotHaveFullyQualifiedName("dev.aulens.cli.ArchiveTraining")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(AULENS);
    }

    @Test
    void fieldsThatBelongToNoObjectDoNotChange() {
        AULENS.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .forEach(field ->
                        assertThat(field.getModifiers()).as(field.getFullName()).contains(JavaModifier.FINAL));
    }

    @Test
    void noSourceIsTooLong() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file).size())
                            .as(file.toString())
                            .isLessThanOrEqualTo(LONGEST_CLASS));
        }
    }
}
