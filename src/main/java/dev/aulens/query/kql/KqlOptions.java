package dev.aulens.query.kql;

import org.jspecify.annotations.Nullable;

/**
 * How KQL is read and translated: Kibana's settings under their own names, and one more.
 *
 * @param allowLeadingWildcards whether values may begin with a star and go on
 * @param dateFormatTZ the zone of times without one, null for UTC
 * @param filtersInMustClause whether what {@code and} joins is scored
 * @param nestedIgnoreUnmapped whether a nested field that is not there finds nothing instead of being an error; null to
 *     leave it to the server
 * @param caseInsensitive whether keywords are found in any case; null to leave it to the server
 * @param onlyAnswerable whether to refuse what the server would refuse, and of the fields of a pattern to ask only those
 *     that can hold the value. Kibana does neither.
 */
public record KqlOptions(
        boolean allowLeadingWildcards,
        @Nullable String dateFormatTZ,
        boolean filtersInMustClause,
        @Nullable Boolean nestedIgnoreUnmapped,
        @Nullable Boolean caseInsensitive,
        boolean onlyAnswerable) {

    /** Returns what Kibana's search bar does where it does not matter to the server, and what the server can answer. */
    public static KqlOptions forSearch(String zone) {
        return new KqlOptions(true, zone, false, true, null, true);
    }
}
