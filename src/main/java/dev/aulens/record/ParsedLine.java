package dev.aulens.record;

/** What a line of an audit log turns out to be. Every line is exactly one of these; parsing never throws. */
public sealed interface ParsedLine
        permits AuditRecord, ParsedLine.Blank, ParsedLine.Separator, ParsedLine.OtherProgram, ParsedLine.Malformed {

    /** A line without content. */
    record Blank() implements ParsedLine {}

    /** A line that the audit tools put between events: {@code ----} or {@code time->Tue Nov 14 22:13:20 2023}. */
    record Separator() implements ParsedLine {}

    /** A line of a syslog that another program wrote, or that journalctl puts between two starts of the machine. */
    record OtherProgram() implements ParsedLine {}

    /**
     * A line that is no record.
     *
     * @param reason why, as a short sentence without the line's content
     */
    record Malformed(String reason) implements ParsedLine {}
}
