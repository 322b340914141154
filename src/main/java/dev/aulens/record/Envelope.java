package dev.aulens.record;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What a syslog daemon writes before a record: RFC 3164 ({@code Nov 25 11:45:01 host tag:}), RFC 5424
 * ({@code <14>1 2026-11-22T08:00:00Z host app ...}) or an ISO time in the older form's place.
 */
final class Envelope {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Envelope() {}

    /** Returns the host that the header names, null if there is no header or it names none. */
    static @Nullable String host(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] == '<') {
            while (at < to && line[at] != '>') {
                at++;
            }
            at++;
        }
        if (at >= to) {
            return null;
        }
        List<String> words = words(Text.utf8(line, at, to));
        int place = placeOfHost(words);
        if (place < 0 || place >= words.size()) {
            return null;
        }
        String host = words.get(place);
        return host.equals("-") || host.endsWith(":") || host.endsWith("]") ? null : host;
    }

    private static int placeOfHost(List<String> words) {
        if (words.size() < 2) {
            return -1;
        }
        if (MONTHS.contains(words.get(0))) {
            return 3;
        }
        if (isTimestamp(words.get(0))) {
            return 1;
        }
        return words.get(0).equals("1") && isTimestamp(words.get(1)) ? 2 : -1;
    }

    private static boolean isTimestamp(String word) {
        return word.length() > 10 && word.charAt(4) == '-' && word.charAt(7) == '-' && word.charAt(10) == 'T';
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
