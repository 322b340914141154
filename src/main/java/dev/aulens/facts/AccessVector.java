package dev.aulens.facts;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words of an access vector that are no fields: {@code avc:  denied  { read open } for} (avc_audit_pre_callback in
 * security/selinux/avc.c; dbus-daemon and systemd write the same).
 */
public final class AccessVector {

    private AccessVector() {}

    /** Returns {@code denied} or {@code granted}, null if the record has neither before its first permission. */
    public static @Nullable String verdict(AuditRecord record) {
        String words = words(record);
        int brace = words.indexOf('{');
        String before = brace < 0 ? words : words.substring(0, brace);
        if (before.contains("denied")) {
            return "denied";
        }
        return before.contains("granted") ? "granted" : null;
    }

    /** Returns the permissions between the braces, divided by commas; null if there are none. */
    public static @Nullable String permissions(AuditRecord record) {
        String words = words(record);
        int from = words.indexOf('{');
        int to = words.indexOf('}', from + 1);
        if (from < 0 || to < 0) {
            return null;
        }
        String list = words.substring(from + 1, to).strip();
        return list.isEmpty() ? null : list.replaceAll(" +", ",");
    }

    private static String words(AuditRecord record) {
        return Text.utf8(record.line(), record.body(), record.bodyEnd());
    }
}
