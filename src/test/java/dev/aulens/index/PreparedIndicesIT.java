package dev.aulens.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.elastic.ConnectionSettings;
import dev.aulens.elastic.ElasticsearchConnection;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class PreparedIndicesIT {

    private static final Patience NONE = new Patience(Duration.ZERO);

    @Test
    void haveTheTemplateThoughSomebodyDeletedIt(TestCluster cluster) {
        String template = "/_index_template/" + cluster.prefix();
        try (ElasticsearchConnection connection = ElasticsearchConnection.open(ConnectionSettings.of(cluster.url()))) {
            IndexTemplates templates = new IndexTemplates(connection);
            templates.install(cluster.prefix());
            PreparedIndices indices = new PreparedIndices(templates, cluster.prefix(), NONE, Duration.ZERO);
            cluster.send("DELETE", template, "");
            indices.prepare(cluster.prefix() + "-2026.11");

            assertThat(cluster.find(template)).isPresent();

            cluster.send("DELETE", template, "");
            indices.prepare(cluster.prefix() + "-2026.11");

            assertThat(cluster.find(template))
                    .as("asked for once for each index")
                    .isEmpty();
        }
    }
}
