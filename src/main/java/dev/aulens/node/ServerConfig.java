package dev.aulens.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The server's settings: loopback only, small.
 *
 * @param member whose settings these are
 * @param heap of its JVM, as -Xmx takes it: {@code 1g}
 * @param httpPorts a port, or a range of which the server takes the first that is free: {@code 9200-9299}
 * @param transportPorts where the servers of its cluster find each other, by their numbers; empty: it is alone
 * @param secure whether it has {@link SecurityFiles} in its configuration
 */
record ServerConfig(
        Member member, String heap, String httpPorts, Map<Integer, Integer> transportPorts, boolean secure) {

    /** The servers share a certificate, so among themselves they do not compare names. */
    private static final String SECURITY = """
            xpack.security.enabled: true
            xpack.security.autoconfiguration.enabled: false
            xpack.security.http.ssl.enabled: true
            xpack.security.http.ssl.key: http.key
            xpack.security.http.ssl.certificate: http.crt
            xpack.security.transport.ssl.enabled: true
            xpack.security.transport.ssl.key: http.key
            xpack.security.transport.ssl.certificate: http.crt
            xpack.security.transport.ssl.certificate_authorities: ca.crt
            xpack.security.transport.ssl.verification_mode: certificate
            """;

    /** Returns the JVM argument by which a process is known as the server of this folder. */
    static String mark(StateFolder state) {
        return "-Daulens.node=" + state.root();
    }

    private StateFolder state() {
        return member.state();
    }

    /** Writes elasticsearch.yml, jvm.options and log4j2.properties. */
    void write(ServerUser user) throws IOException {
        state().write(state().config().resolve("elasticsearch.yml"), settings(), user);
        state().write(state().config().resolve("jvm.options"), jvmOptions(), user);
        state().write(state().config().resolve("log4j2.properties"), logging(), user);
    }

    /** The disk thresholds are absolute: a large disk that is nearly full has room enough for this server. */
    private String settings() {
        return """
                cluster.name: aulens
                node.name: %s
                node.portsfile: true
                path.data: %s
                path.logs: %s
                network.host: 127.0.0.1
                http.port: %s
                cluster.routing.allocation.disk.watermark.low: 500mb
                cluster.routing.allocation.disk.watermark.high: 300mb
                cluster.routing.allocation.disk.watermark.flood_stage: 200mb
                """.formatted(name(member.number()), quoted(state().data()), quoted(state().logs()), httpPorts)
                + (transportPorts.isEmpty() ? alone() : inCluster())
                + (secure ? SECURITY : "xpack.security.enabled: false\n");
    }

    private static String alone() {
        return """
                transport.port: %s
                discovery.type: single-node
                """.formatted(Ports.anyTransport());
    }

    /** Only the first server may found a cluster, and does so once: the others join it, whenever they come. */
    private String inCluster() {
        String seeds = transportPorts.values().stream()
                .map(port -> "\"127.0.0.1:" + port + "\"")
                .collect(Collectors.joining(", "));
        return """
                transport.port: %s
                discovery.seed_hosts: [%s]
                """.formatted(transportPorts.get(member.number()), seeds)
                + (member.number() == 1 ? "cluster.initial_master_nodes: [\"" + name(1) + "\"]\n" : "");
    }

    private static String name(int number) {
        return "aulens-" + number;
    }

    /** As the server's own file, with a fixed heap that is not touched in advance, and without GC log and heap dumps. */
    private String jvmOptions() {
        return """
                -Xms%1$s
                -Xmx%1$s
                -XX:-AlwaysPreTouch
                -XX:+UseG1GC
                -XX:+ExitOnOutOfMemoryError
                -XX:ErrorFile=%2$s/hs_err_%%p.log
                -Djava.io.tmpdir=${ES_TMPDIR}
                -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
                20-:--add-modules=jdk.incubator.vector
                23:-XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.setAsTypeCache
                23:-XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.asTypeUncached
                %3$s
                """.formatted(heap, state().logs(), mark(state()));
    }

    private String logging() {
        return """
                status = error
                appender.file.type = RollingFile
                appender.file.name = file
                appender.file.fileName = %1$s
                appender.file.filePattern = %1$s.%%i
                appender.file.layout.type = PatternLayout
                appender.file.layout.pattern = %%d{ISO8601} %%p %%c{1.} %%m%%n
                appender.file.policies.type = Policies
                appender.file.policies.size.type = SizeBasedTriggeringPolicy
                appender.file.policies.size.size = 10MB
                appender.file.strategy.type = DefaultRolloverStrategy
                appender.file.strategy.max = 3
                rootLogger.level = info
                rootLogger.appenderRef.file.ref = file
                """.formatted(state().log());
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
