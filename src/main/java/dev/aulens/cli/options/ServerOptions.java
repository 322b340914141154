package dev.aulens.cli.options;

import dev.aulens.Failure;
import dev.aulens.elastic.ElasticsearchConnection;
import picocli.CommandLine.Mixin;

/** The options of a command that works with one set of indices: which set, and where Elasticsearch is. */
public final class ServerOptions {

    @Mixin
    private IndexOption index;

    @Mixin
    private ConnectionOptions connection;

    /**
     * Returns the prefix of the indices that the options, then the settings ask for.
     *
     * @throws Failure if no index can have a name that begins so
     */
    public String prefix(Settings settings) {
        return index.prefix(settings);
    }

    /**
     * Connects to the server that the options, then the settings name; the caller closes the connection.
     *
     * @throws Failure as {@link ConnectionOptions#toSettings} does
     */
    public ElasticsearchConnection connect(Settings settings) {
        return connection.connect(settings);
    }
}
