package dev.aulens.continuity;

import java.util.OptionalLong;

/**
 * Lines of a log that say that records were lost before they could reach it.
 *
 * @param meaning what such a line says
 * @param lines how many there are
 * @param records how many records they say were lost; empty if they do not
 */
public record LossSign(String meaning, long lines, OptionalLong records) {}
