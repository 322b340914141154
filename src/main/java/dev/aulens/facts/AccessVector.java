package dev.aulens.facts;

import dev.aulens.ByteBlocks;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of an access vector that are not fields: {@code avc:  denied  { read open } for} (avc_audit_pre_callback in
 * security/selinux/avc.c; dbus-daemon and systemd write the same). AppArmor writes fields only, and what looks like such
 * words there is a name that somebody chose.
 *
 * @param record that the words are from
 * @param verdict null if the record has neither word before its first permission
 * @param permissions those between the braces, in their order; empty if there are none
 */
public record AccessVector(AuditRecord record, @Nullable Verdict verdict, List<String> permissions) {

    private static final String APPARMOR = "apparmor";
    private static final Set<String> DENYING = Set.of("DENIED", "KILLED");

    /** What was decided. */
    public enum Verdict {
        DENIED,
        GRANTED;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Returns the word that records have for it. */
        public String word() {
            return word;
        }
    }

    /** Returns whether records of this type have such words: AVC and USER_AVC. */
    public static boolean isIn(AuditRecord record) {
        return record.type().is("AVC") || record.type().is("USER_AVC");
    }

    /** Returns those of an event's records that have such words, each read once, in their order. */
    public static List<AccessVector> allOf(List<AuditRecord> records) {
        List<AccessVector> vectors = List.of();
        for (AuditRecord record : records) {
            if (isIn(record)) {
                vectors = vectors.isEmpty() ? new ArrayList<>(2) : vectors;
                vectors.add(of(record));
            }
        }
        return vectors.isEmpty() ? vectors : Collections.unmodifiableList(vectors);
    }

    /** Returns the words of a record; of one that has none, neither a verdict nor permissions. */
    public static AccessVector of(AuditRecord record) {
        int apparmor = record.find(APPARMOR);
        if (apparmor >= 0) {
            boolean denied = DENYING.contains(record.value(apparmor));
            return new AccessVector(record, denied ? Verdict.DENIED : null, List.of());
        }
        byte[] line = record.line();
        int end = record.bodyEnd();
        int open = ByteBlocks.indexOf(line, (byte) '{', record.body(), end);
        int close = ByteBlocks.indexOf(line, (byte) '}', Math.min(open + 1, end), end);
        return new AccessVector(
                record,
                verdict(Text.utf8(line, record.body(), open)),
                close < end ? permissions(line, open + 1, close) : List.of());
    }

    /** Returns AppArmor's mode, as {@code DENIED}; null if another security module wrote the record. */
    public @Nullable String appArmorMode() {
        return record.get(APPARMOR);
    }

    /** Returns the verdict's word, null if there is none. */
    public @Nullable String verdictWord() {
        return verdict == null ? null : verdict.word();
    }

    /** Returns the permissions with a text between each two of them, null if there are none. */
    public @Nullable String joined(String separator) {
        return permissions.isEmpty() ? null : String.join(separator, permissions);
    }

    private static @Nullable Verdict verdict(String words) {
        if (words.contains(Verdict.DENIED.word())) {
            return Verdict.DENIED;
        }
        return words.contains(Verdict.GRANTED.word()) ? Verdict.GRANTED : null;
    }

    private static List<String> permissions(byte[] line, int from, int to) {
        List<String> permissions = new ArrayList<>(4);
        for (int at = from; at < to; ) {
            int end = ByteBlocks.indexOf(line, (byte) ' ', at, to);
            if (end > at) {
                permissions.add(Text.utf8(line, at, end));
            }
            at = end + 1;
        }
        return Collections.unmodifiableList(permissions);
    }
}
