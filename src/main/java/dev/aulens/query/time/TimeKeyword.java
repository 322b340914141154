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
    NOW("now") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now;
        }
    },
    RECENT("recent") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.minusMinutes(10);
        }
    },
    THIS_HOUR("this-hour") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.HOURS);
        }
    },
    BOOT("boot") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.minus(uptime.get());
        }
    },
    TODAY("today") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS);
        }
    },
    YESTERDAY("yesterday") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS).minusDays(1);
        }
    },
    THIS_WEEK("this-week") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }
    },
    WEEK_AGO("week-ago") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS).minusDays(7);
        }
    },
    THIS_MONTH("this-month") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        }
    },
    THIS_YEAR("this-year") {
        @Override
        LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime) {
            return now.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
        }
    };

    private final String word;

    TimeKeyword(String word) {
        this.word = word;
    }

    /** Returns the time that the word stands for. */
    abstract LocalDateTime from(LocalDateTime now, Supplier<Duration> uptime);

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
