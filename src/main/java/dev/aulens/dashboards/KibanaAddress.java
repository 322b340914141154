package dev.aulens.dashboards;

import dev.aulens.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Kibana is, and which of its spaces is meant.
 *
 * @param url with scheme and host; a base path is kept
 * @param space none for the default one
 */
public record KibanaAddress(URI url, Optional<String> space) {

    /** Where Kibana listens unless it is told otherwise. */
    public static final String DEFAULT_URL = "http://127.0.0.1:5601";

    private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]+");
    private static final Pattern IN_A_SPACE = Pattern.compile("(.*)/s/([^/]+)");
    private static final String DEFAULT_SPACE = "default";

    /**
     * Reads an address as it was typed; it may end in {@code /s/SPACE}.
     *
     * @throws Failure if it is no URL, holds a user or a password, or the space cannot exist
     */
    public static KibanaAddress of(String url, Optional<String> space) {
        if (url.indexOf('@') >= 0) {
            throw new Failure("the address of Kibana must not hold a user or a password; leave out all before the '@',"
                    + " and set ES_USERNAME and ES_PASSWORD");
        }
        space.filter(name -> !SPACE.matcher(name).matches()).ifPresent(name -> {
            throw new Failure("no space of Kibana can be called '" + name
                    + "'; give the id that stands in its address behind /s/: small letters, digits, _ and -");
        });
        String trimmed = url.replaceAll("/+$", "");
        Matcher inSpace = IN_A_SPACE.matcher(trimmed);
        if (inSpace.matches()) {
            return of(inSpace.group(1), space.or(() -> Optional.of(inSpace.group(2))));
        }
        return read(trimmed)
                .filter(read -> read.getHost() != null && read.getQuery() == null && read.getFragment() == null)
                .filter(read -> List.of("http", "https").contains(read.getScheme()))
                .map(read -> new KibanaAddress(read, space.filter(name -> !name.equals(DEFAULT_SPACE))))
                .orElseThrow(() -> new Failure("the address of Kibana is no URL: '" + url
                        + "'; write it as http://host:5601 or https://host:5601/base"));
    }

    private static Optional<URI> read(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the address of a path in the space. */
    public URI resolve(String path) {
        return URI.create(url + space.map(name -> "/s/" + name).orElse("") + path);
    }

    /** Tells whether what is sent is encrypted. */
    boolean tls() {
        return url.getScheme().equals("https");
    }

    /** Returns the address as messages name it. */
    @Override
    public String toString() {
        return url + space.map(name -> ", space " + name).orElse("");
    }
}
