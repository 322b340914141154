package dev.aulens.report;

/** The reports that aureport does not have. */
public enum MoreReport {
    /** Login sessions. */
    SESSIONS,
    /** Logins by the address that they came from. */
    LOGINS,
    /** Commands run with sudo. */
    SUDO,
    /** Events by the rule that logged them. */
    RULES,
    /** Serials that are missing. */
    GAPS
}
