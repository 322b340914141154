package dev.aulens.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Elasticsearch's {@code strict_date_optional_time} reads them: {@code 2023-11-14T22:13:20.123Z}. Reused. */
final class Timestamps {

    private static final DateTimeFormatter TO_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private long lastSecond = Long.MIN_VALUE;
    private String lastText = "";

    /** Returns the time in UTC. */
    String of(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        if (second != lastSecond) {
            lastText = TO_SECONDS.format(Instant.ofEpochSecond(second));
            lastSecond = second;
        }
        int fraction = (int) Math.floorMod(millis, 1000L);
        char[] rest = {
            (char) ('0' + fraction / 100), (char) ('0' + fraction / 10 % 10), (char) ('0' + fraction % 10), 'Z'
        };
        return lastText.concat(new String(rest));
    }
}
