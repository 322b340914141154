package dev.aulens.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How much time one index holds. Time is the event's own, in UTC. */
public enum Partition {
    /** Indices named {@code auditd-2026.11}. */
    MONTH {
        @Override
        LocalDate first(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusMonths(1);
        }

        @Override
        void append(StringBuilder name, LocalDate day) {
            appendTwoDigits(name.append(day.getYear()).append('.'), day.getMonthValue());
        }
    },
    /** Indices named {@code auditd-2026.11.22}, for large fleets. */
    DAY {
        @Override
        LocalDate first(LocalDate day) {
            return day;
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusDays(1);
        }

        @Override
        void append(StringBuilder name, LocalDate day) {
            MONTH.append(name, day);
            appendTwoDigits(name.append('.'), day.getDayOfMonth());
        }
    };

    abstract LocalDate first(LocalDate day);

    abstract LocalDate next(LocalDate first);

    abstract void append(StringBuilder name, LocalDate day);

    static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void appendTwoDigits(StringBuilder name, int number) {
        if (number < 10) {
            name.append('0');
        }
        name.append(number);
    }
}
