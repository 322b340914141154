package dev.aulens.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.cli.command.ExitStatus;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class SetupCommandIT {

    @Test
    void installsOnceAndThenChangesNothing(TestCluster cluster) {
        Aulens.Run first = Aulens.on(cluster).run("setup");
        Aulens.Run second = Aulens.on(cluster).run("setup");

        assertThat(first.status()).as(first.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(first.out()).startsWith("templates installed, version ");
        assertThat(second.out()).startsWith("templates unchanged, version ");
        assertThat(cluster.get("/_index_template/" + cluster.prefix())).contains("\"" + cluster.prefix() + "-*\"");
    }

    @Test
    void upgradesAnOlderTemplateAndTheIndicesMadeByIt(TestCluster cluster) {
        Aulens aulens = Aulens.on(cluster);
        aulens.run("setup");
        String older = "{\"managed_by\":\"aulens\",\"version\":0}";
        cluster.send(
                "PUT",
                "/_index_template/" + cluster.prefix(),
                "{\"index_patterns\":[\"" + cluster.prefix() + "-*\"],\"priority\":900,\"_meta\":" + older + "}");
        cluster.send(
                "PUT",
                "/" + cluster.prefix() + "-2023.11",
                "{\"mappings\":{\"dynamic\":false,\"_meta\":" + older
                        + ",\"properties\":{\"message\":{\"type\":\"text\",\"norms\":false}}}}");

        Aulens.Run upgrade = aulens.run("setup");

        assertThat(upgrade.status()).as(upgrade.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(aulens.run("setup").out()).startsWith("templates unchanged");
        assertThat(cluster.get("/" + cluster.prefix() + "-2023.11/_mapping/field/auditd.key"))
                .contains("\"type\":\"keyword\"");
    }

    @Test
    void saysWhichIndexCannotBeUpgraded(TestCluster cluster) {
        cluster.send(
                "PUT",
                "/" + cluster.prefix() + "-2023.11",
                "{\"mappings\":{\"_meta\":{\"managed_by\":\"aulens\",\"version\":0},"
                        + "\"properties\":{\"message\":{\"type\":\"keyword\"}}}}");

        Aulens.Run run = Aulens.on(cluster).run("setup");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .startsWith("aulens: the index " + cluster.prefix() + "-2023.11 has an older mapping that cannot be")
                .contains("another --index prefix")
                .hasLineCount(1);
    }

    @Test
    void saysWhichServerDoesNotAnswer() {
        Aulens.Run run = Aulens.alone().run("setup");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).startsWith("aulens: Elasticsearch at http://127.0.0.1:9 does not answer");
    }
}
