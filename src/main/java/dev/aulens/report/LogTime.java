package dev.aulens.report;

/**
 * From when to when a log goes.
 *
 * @param log its path, or {@code stdin}
 * @param first in milliseconds since the epoch
 * @param last in milliseconds since the epoch
 */
record LogTime(String log, long first, long last) {}
