package dev.aulens.cli.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time before which something is old: {@code 400d}, {@code 8w}, {@code 18mo} or {@code 2y} before now, or the beginning
 * of a date, {@code 2025-01-31}, in UTC as the names of indices are.
 *
 * @param before how to get it from now
 */
record AgeLimit(UnaryOperator<ZonedDateTime> before) {

    /** Returns the limit when it is a certain time. */
    Instant at(Instant now) {
        return before.apply(now.atZone(ZoneOffset.UTC)).toInstant();
    }

    /** Reads one. */
    static final class Converter implements ITypeConverter<AgeLimit> {

        @Override
        public AgeLimit convert(String text) {
            try {
                if (text.indexOf('-', 1) > 0) {
                    ZonedDateTime date = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC);
                    return new AgeLimit(now -> date);
                }
                int unit = 0;
                while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
                    unit++;
                }
                int number = Integer.parseInt(text.substring(0, unit));
                return switch (text.substring(unit)) {
                    case "d" -> new AgeLimit(now -> now.minusDays(number));
                    case "w" -> new AgeLimit(now -> now.minusWeeks(number));
                    case "mo" -> new AgeLimit(now -> now.minusMonths(number));
                    case "y" -> new AgeLimit(now -> now.minusYears(number));
                    default -> throw new NumberFormatException("no unit");
                };
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no age; write 400d, 8w, 18mo, 2y, or a date as 2025-01-31");
            }
        }
    }
}
