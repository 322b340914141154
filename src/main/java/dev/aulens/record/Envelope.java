package dev.aulens.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What a syslog daemon writes before a record: RFC 3164 ({@code Nov 25 11:45:01 host tag:}), RFC 5424
 * ({@code <14>1 2026-11-22T08:00:00Z host app ...}) or an ISO time in the older form's place.
 */
final class Envelope {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** The programs that hand on records: the kernel's name for its own, auditd's dispatcher and its plugin. */
    private static final Set<String> OF_AUDIT = Set.of("audit", "audispd", "audisp-syslog");

    /** journalctl's lines between two starts of the machine. */
    private static final String OF_JOURNALCTL = "-- ";

    private static final int LONGEST_HEADER = 512;

    /** A program's name is among these: {@code host kernel: [78.562461] audit: ...}. */
    private static final int WORDS_OF_NAMES = 4;

    /** Who wrote a line that is no record. */
    enum Writer {
        /** Not known: the line has no header. */
        NONE,
        /** The kernel's audit or a program that hands on its records. */
        AUDIT,
        /** Any other program. */
        OTHER
    }

    private Envelope() {}

    /** Returns who wrote the line between {@code from} and {@code to}, by its header. */
    static Writer writer(byte[] line, int from, int to) {
        int end = Math.min(to, from + LONGEST_HEADER);
        String start = Text.utf8(line, from, end);
        List<String> words = words(line, from, end);
        int host = placeOfHost(words);
        if (host < 0 && !start.startsWith(OF_JOURNALCTL) && !isKernelTime(start)) {
            return Writer.NONE;
        }
        boolean ofAudit = words.stream()
                .skip(Math.max(host, 0))
                .limit(WORDS_OF_NAMES)
                .map(Envelope::withoutNumber)
                .anyMatch(OF_AUDIT::contains);
        return ofAudit ? Writer.AUDIT : Writer.OTHER;
    }

    /** Returns whether the text begins as the kernel's log does: {@code [   78.562461] }. */
    private static boolean isKernelTime(String text) {
        int close = text.indexOf(']');
        return text.startsWith("[")
                && close > 1
                && text.chars().limit(close).skip(1).allMatch(c -> c == ' ' || c == '.' || (c >= '0' && c <= '9'));
    }

    /** Takes {@code [1234]:} from a program's name. */
    private static String withoutNumber(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '[' && name.charAt(end) != ':') {
            end++;
        }
        return name.substring(0, end);
    }

    /** Returns the place of the word that names the host, negative if the line has no header. */
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

    /** Returns the words after the priority, {@code <14>}. */
    private static List<String> words(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] == '<') {
            while (at < to && line[at] != '>') {
                at++;
            }
            at++;
        }
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(at < to ? Text.utf8(line, at, to) : "");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
