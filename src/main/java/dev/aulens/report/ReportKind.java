package dev.aulens.report;

/** The reports of aureport(8) that have rows. */
public enum ReportKind {
    AVC,
    AUTHENTICATION,
    COMMAND,
    CONFIG,
    CRYPTO,
    EVENT,
    FILE,
    HOST,
    INTEGRITY,
    KEY,
    LOGIN,
    MODIFICATION,
    POLICY,
    ANOMALY,
    PROCESS,
    RESPONSE,
    SYSCALL,
    TERMINAL,
    KEYSTROKES,
    USER,
    VIRTUALIZATION,
    EXECUTABLE;

    /** Returns whether what the report is about can be counted. */
    public boolean hasSummary() {
        return ReportDefinition.of(this).measure() != null;
    }
}
