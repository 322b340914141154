package dev.aulens.report;

import dev.aulens.query.EventIdFields;

/** The fields that the reports beyond aureport count, and how they name users. */
final class Names {

    static final String NODE = EventIdFields.NODE;
    static final String TIME = EventIdFields.TIME;
    static final String TYPES = "auditd.record_types";
    static final String SESSION = "auditd.session";
    static final String LOGIN_USER = "auditd.user.audit.id";
    static final String LOGIN_NAME = "auditd.user.audit.name";
    static final String ADDRESS = "source.address";
    static final String ACCOUNT = "auditd.data.acct";

    /** What stands in the place of what the records do not say, as in aureport's reports. */
    static final String NONE = "?";

    /** The kernel's number for no user and no session. */
    static final String UNSET = "4294967295";

    private Names() {}

    /** Returns the first text that is not empty, {@link #NONE} if all are. */
    static String orNone(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return NONE;
    }

    /** Returns a user's name, else the number; of a user that is not set, {@code unset}. */
    static String user(String id, String name) {
        return id.equals(UNSET) ? "unset" : orNone(name, id);
    }

    /** Tells whether a user or a session is set. */
    static boolean isSet(String id) {
        return !id.isEmpty() && !id.equals(UNSET);
    }
}
