package dev.aulens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class RealElasticsearchIT {

    @Test
    void clusterStoresAndFinds(TestCluster cluster) {
        String index = cluster.prefix() + "-2026.11";
        cluster.send("PUT", "/" + index + "/_doc/1?refresh=true", "{\"key\":\"value\"}");

        assertThat(cluster.indices()).containsExactly(index);
        assertThat(cluster.get("/" + index + "/_count")).contains("\"count\":1");
    }

    @Test
    void clusterIsCleanedUpOnClose(TestCluster cluster) {
        String template = "/_index_template/" + cluster.prefix();
        cluster.send("PUT", template, "{\"index_patterns\":[\"" + cluster.prefix() + "-*\"]}");
        cluster.send("PUT", "/" + cluster.prefix() + "-a", "");

        cluster.close();

        assertThat(cluster.indices()).isEmpty();
        assertThat(cluster.statusOf("GET", template, "")).isEqualTo(404);
    }

    @Test
    void eachTestHasAPrefixOfItsOwn(TestCluster cluster) {
        assertThat(cluster.prefix()).matches("[a-z0-9]+");
        assertThat(cluster.indices()).isEmpty();
    }
}
