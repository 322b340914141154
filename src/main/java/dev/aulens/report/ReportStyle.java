package dev.aulens.report;

import dev.aulens.locale.DateFormat;
import dev.aulens.render.Escaping;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * How reports look.
 *
 * @param escaping how text from the log is made harmless
 * @param dates of text; other formats have ISO 8601
 * @param zone that times are local to
 * @param width of the terminal that a person reads; 0 if there is none
 * @param emphasis makes a heading stand out
 */
public record ReportStyle(
        ReportFormat format,
        Escaping escaping,
        DateFormat dates,
        ZoneId zone,
        int width,
        UnaryOperator<String> emphasis) {}
