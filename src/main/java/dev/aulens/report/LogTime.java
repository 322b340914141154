package dev.aulens.report;

import org.jspecify.annotations.Nullable;

/**
 * From when to when a log goes, in the range of time that a report is about.
 *
 * @param log its path, or {@code stdin}
 * @param first in milliseconds since the epoch; null if the log has nothing in that range
 * @param last likewise
 */
record LogTime(String log, @Nullable Long first, @Nullable Long last) {}
