package dev.aulens.render.normalize;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.Text;
import org.jspecify.annotations.Nullable;

/** What SELinux decided: the word {@code denied} or {@code granted} behind {@code avc:} (avc_audit_pre_callback). */
final class AccessDecision {

    private static final String MARK = "avc:";

    private AccessDecision() {}

    /**
     * Returns the decision of a USER_AVC record of an old kernel, whose text begins with the word {@code user}; null for
     * others, of which ausearch tells no result.
     */
    static @Nullable String ofOldManager(AuditRecord record) {
        String text = Text.utf8(record.line(), record.body(), record.bodyEnd());
        return text.startsWith(": user ") ? of(record) : null;
    }

    /** Returns the decision of an AVC record, null if it has none. */
    static @Nullable String of(AuditRecord record) {
        String text = Text.utf8(record.line(), record.body(), record.bodyEnd());
        int from = text.indexOf(MARK);
        if (from < 0) {
            return null;
        }
        from += MARK.length();
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < text.length() && text.charAt(to) != ' ') {
            to++;
        }
        return to > from ? text.substring(from, to) : null;
    }
}
