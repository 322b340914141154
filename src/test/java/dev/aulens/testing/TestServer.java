package dev.aulens.testing;

import dev.aulens.node.Installation;
import dev.aulens.node.LocalNode;
import dev.aulens.node.NodeOptions;
import dev.aulens.node.NodeProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/** The Elasticsearch that all tests of this JVM share. */
sealed interface TestServer extends AutoCloseable {

    /** Returns where it listens. */
    URI url();

    @Override
    void close();

    /** Starts, or finds, the server. It ends with the JVM at the latest. */
    static TestServer start() {
        String named = System.getenv("AULENS_TEST_ES_URL");
        if (named != null && !named.isEmpty()) {
            return new Named(URI.create(named));
        }
        return Container.dockerAnswers() ? Container.start() : Embedded.start();
    }

    /** Somebody else's, left as it is. */
    record Named(URI url) implements TestServer {
        @Override
        public void close() {}
    }

    /** A container with the image of compose.yaml. */
    record Container(ElasticsearchContainer container) implements TestServer {

        private static final Pattern IMAGE = Pattern.compile("image:\\s*[\"']?(\\S*/elasticsearch:[^\\s\"']+)");
        private static final int PATIENCE_SECONDS = 5;

        /** Asks the Docker command, which is quicker and quieter than Testcontainers where there is no engine. */
        static boolean dockerAnswers() {
            try {
                Process docker = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
                boolean ended = docker.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                docker.destroyForcibly();
                return ended && docker.exitValue() == 0;
            } catch (IOException e) {
                return false; // no such command
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }

        static Container start() {
            ElasticsearchContainer container = new ElasticsearchContainer(image())
                    .withEnv("xpack.security.enabled", "false")
                    .withEnv("ES_JAVA_OPTS", "-Xms1g -Xmx1g");
            container.start();
            return new Container(container);
        }

        private static String image() {
            try {
                Matcher image = IMAGE.matcher(Files.readString(Path.of("compose.yaml")));
                if (image.find()) {
                    return image.group(1);
                }
                throw new AssertionError("compose.yaml names no image of Elasticsearch");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public URI url() {
            return URI.create("http://" + container.getHttpHostAddress());
        }

        @Override
        public void close() {
            container.stop();
        }
    }

    /** The one of the build, in a folder of its own. */
    record Embedded(TemporaryNode node, URI url) implements TestServer {

        static Embedded start() {
            TemporaryNode node = TemporaryNode.create();
            LocalNode server = new LocalNode(Installation.current(), node.folder());
            return new Embedded(
                    node,
                    server.start(NodeOptions.defaults(), NodeProgress.SILENT).url());
        }

        @Override
        public void close() {
            node.close();
        }
    }
}
