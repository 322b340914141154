package dev.aulens.cli.options;

import dev.aulens.dashboards.KibanaAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where Kibana is. */
public final class KibanaOptions {

    @Option(
            names = "--kibana",
            paramLabel = "URL",
            description = "Kibana's address, with its base path if it has one. Default: KIBANA_URL, else "
                    + KibanaAddress.DEFAULT_URL + ".")
    private @Nullable String url;

    @Option(
            names = "--space",
            paramLabel = "ID",
            description = "A space of Kibana, by its id. Default: the default space.")
    private @Nullable String space;

    /**
     * Returns the address that the options, then the settings name.
     *
     * @throws dev.aulens.Failure if it cannot be one
     */
    public KibanaAddress address(Settings settings) {
        String named = url != null ? url : settings.get("kibana-url").orElse(KibanaAddress.DEFAULT_URL);
        return KibanaAddress.of(named, Optional.ofNullable(space));
    }
}
