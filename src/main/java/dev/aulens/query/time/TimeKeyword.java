package dev.aulens.query.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words for times of ausearch(8), {@code --start}. */
enum TimeKeyword {
    NOW("now"),
    RECENT("recent"),
    THIS_HOUR("this-hour"),
    BOOT("boot"),
    TODAY("today"),
    YESTERDAY("yesterday"),
    THIS_WEEK("this-week"),
    WEEK_AGO("week-ago"),
    THIS_MONTH("this-month"),
    THIS_YEAR("this-year");

    private final String word;

    TimeKeyword(String word) {
        this.word = word;
    }

    /**
     * Returns the time that the word stands for.
     *
     * @param uptime how long the machine has been running; asked only where that matters
     */
    LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
        LocalDateTime today = now.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case NOW -> now;
            case RECENT -> now.minusMinutes(10);
            case THIS_HOUR -> now.truncatedTo(ChronoUnit.HOURS);
            case BOOT -> now.minus(uptime.get());
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case THIS_WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case WEEK_AGO -> today.minusDays(7);
            case THIS_MONTH -> today.withDayOfMonth(1);
            case THIS_YEAR -> today.withDayOfYear(1);
        };
    }

    String word() {
        return word;
    }

    /** Returns the keyword of that spelling, in lower case; null if there is none. */
    static @Nullable TimeKeyword of(String word) {
        for (TimeKeyword keyword : values()) {
            if (keyword.word.equals(word)) {
                return keyword;
            }
        }
        return null;
    }
}
