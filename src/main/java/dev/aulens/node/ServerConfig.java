package dev.aulens.node;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The server's settings: one member, loopback only, security off, small.
 *
 * @param state the node's files
 * @param heap of its JVM, as -Xmx takes it: {@code 1g}
 * @param httpPorts a port, or a range of which the server takes the first that is free: {@code 9200-9299}
 */
record ServerConfig(StateFolder state, String heap, String httpPorts) {

    private static final String TRANSPORT_PORTS = "9300-9399";

    /** Returns the JVM argument by which a process is known as the server of this folder. */
    static String mark(StateFolder state) {
        return "-Daulens.node=" + state.root();
    }

    /** Writes elasticsearch.yml, jvm.options and log4j2.properties. */
    void write(ServerUser user) throws IOException {
        state.write(state.config().resolve("elasticsearch.yml"), settings(), user);
        state.write(state.config().resolve("jvm.options"), jvmOptions(), user);
        state.write(state.config().resolve("log4j2.properties"), logging(), user);
    }

    /** The disk thresholds are absolute: a large disk that is nearly full has room enough for this server. */
    private String settings() {
        return """
                cluster.name: aulens
                node.name: aulens-1
                node.portsfile: true
                path.data: %s
                path.logs: %s
                network.host: 127.0.0.1
                http.port: %s
                transport.port: %s
                discovery.type: single-node
                xpack.security.enabled: false
                cluster.routing.allocation.disk.watermark.low: 500mb
                cluster.routing.allocation.disk.watermark.high: 300mb
                cluster.routing.allocation.disk.watermark.flood_stage: 200mb
                """.formatted(quoted(state.data()), quoted(state.logs()), httpPorts, TRANSPORT_PORTS);
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
                """.formatted(heap, state.logs(), mark(state));
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
                """.formatted(state.log());
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
