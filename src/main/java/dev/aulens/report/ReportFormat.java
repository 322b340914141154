package dev.aulens.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a report is written. */
public enum ReportFormat {
    /** As aureport does. */
    TEXT,
    /** RFC 4180, with a heading. */
    CSV,
    /** An object for each row, on a line of its own. */
    JSON,
    /** A table. */
    MARKDOWN;

    /** Returns the format of that name, null if there is none. */
    public static @Nullable ReportFormat of(String name) {
        for (ReportFormat format : values()) {
            if (format.word().equals(name)) {
                return format;
            }
        }
        return null;
    }

    /** Returns the format's name on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
