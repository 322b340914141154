package dev.aulens.continuity;

import java.util.OptionalLong;

/**
 * Lines of a log that say that records were lost before they could reach it.
 *
 * @param meaning what such a line says
 * @param lines how many there are
 * @param records how many records they say were lost, at least: of a count since boot it is the largest, whatever the number
 *     of boots and hosts; empty if they do not say
 */
public record LossSign(String meaning, long lines, OptionalLong records) {}
