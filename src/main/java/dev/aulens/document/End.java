package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import dev.aulens.interpret.InternetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One end of a connection: an address, a host's name, or both. Scratch space, reused. */
final class End {

    /** The port of an end that has none. */
    static final long NO_PORT = -1;

    private static final SerializableString ADDRESS = DocumentJson.name("address");
    private static final SerializableString IP = DocumentJson.name("ip");
    private static final SerializableString PORT = DocumentJson.name("port");
    private static final SerializableString DOMAIN = DocumentJson.name("domain");

    private static final Set<String> NO_HOST = Set.of("none", "unknown", "unset");

    @Nullable
    String address;

    @Nullable
    String ip;

    @Nullable
    String domain;

    long port;

    /** Forgets what was taken. */
    void clear() {
        address = null;
        ip = null;
        domain = null;
        port = NO_PORT;
    }

    /** Takes an address or a host's name; other text is no end of a connection. */
    void set(String host, long hostPort) {
        String valid = ipOf(host);
        if (valid != null) {
            ip = valid;
            address = valid;
            port = hostPort;
        } else if (isHostName(host)) {
            domain = host;
            address = host;
            port = hostPort;
        }
    }

    /** Takes the name of a host whose address may be known. */
    void setName(String host) {
        if (address == null) {
            set(host, NO_PORT);
        } else if (domain == null && ipOf(host) == null && isHostName(host)) {
            domain = host;
        }
    }

    void write(DocumentJson json, SerializableString place) {
        json.open(place);
        json.text(ADDRESS, address);
        json.text(IP, ip);
        json.text(DOMAIN, domain);
        if (port >= 0) {
            json.number(PORT, port);
        }
        json.close();
    }

    /** Returns the address without its zone or its port, null if the text is none. */
    static @Nullable String ipOf(String text) {
        if (InternetAddress.isValid(text)) {
            return text;
        }
        int zone = text.indexOf('%');
        int colon = text.indexOf(':');
        int end = zone >= 0 ? zone : colon == text.lastIndexOf(':') ? colon : -1;
        String address = end < 0 ? "" : text.substring(0, end);
        return InternetAddress.isValid(address) ? address : null;
    }

    /** Returns whether a text can be a host's name (RFC 1123, and the underscore of many): no path, no {@code @name}. */
    private static boolean isHostName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 127;
            boolean isOther = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
            if (!isLetter && !isOther) {
                return false;
            }
        }
        return !NO_HOST.contains(text.toLowerCase(Locale.ROOT));
    }
}
