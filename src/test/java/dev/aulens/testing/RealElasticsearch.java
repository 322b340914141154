package dev.aulens.testing;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link TestCluster} as a parameter of the test, of {@code @BeforeEach} or of {@code @BeforeAll}.
 *
 * <p>Each test has a prefix of its own; one asked for in {@code @BeforeAll} is shared by the class's tests. The server is
 * the one at AULENS_TEST_ES_URL (never ES_URL, which may be somebody's cluster), else a container where Docker answers,
 * else the embedded one. It is started for the first test that asks, and stopped after the last.
 */
public final class RealElasticsearch implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RealElasticsearch.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public TestCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    /** Returns the cluster of the test, or of the class, that a context is of; starts the server if need be. */
    public static TestCluster cluster(ExtensionContext context) {
        TestServer server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestServer.class, type -> TestServer.start(), TestServer.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        TestCluster.class, type -> new TestCluster(server.url(), prefix(context)), TestCluster.class);
    }

    private static String prefix(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        return test + UUID.randomUUID().toString().substring(0, 8);
    }
}
