package dev.aulens.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            long number = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                default -> throw new NumberFormatException("no unit");
            };
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new TypeConversionException("'" + text + "' is no length of time; write 90s, 5m, 2h or 7d");
        }
    }
}
