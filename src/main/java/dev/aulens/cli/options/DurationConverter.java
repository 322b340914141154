package dev.aulens.cli.options;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}; a hundred years at most. */
public final class DurationConverter implements ITypeConverter<Duration> {

    /** What a number of nanoseconds can say is less than three times as long. */
    private static final long MOST_DAYS = 36_500;

    @Override
    public Duration convert(String text) {
        try {
            long number = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
            Duration unit = switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(1);
                case 'm' -> Duration.ofMinutes(1);
                case 'h' -> Duration.ofHours(1);
                case 'd' -> Duration.ofDays(1);
                default -> throw new NumberFormatException("no unit");
            };
            if (number < 0 || number > Duration.ofDays(MOST_DAYS).dividedBy(unit)) {
                throw new TypeConversionException("'" + text + "' is less than 0s or more than " + MOST_DAYS + "d");
            }
            return unit.multipliedBy(number);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new TypeConversionException("'" + text + "' is no length of time; write 90s, 5m, 2h or 7d");
        }
    }
}
