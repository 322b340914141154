package dev.aulens.query.options;

import org.jspecify.annotations.Nullable;

/** How events are printed. */
public enum OutputFormat {
    RAW,
    DEFAULT,
    INTERPRET,
    CSV,
    TEXT,
    JSON;

    /** Returns the format of that name, null if there is none; whatever begins with {@code interp} is INTERPRET. */
    static @Nullable OutputFormat of(String name) {
        return switch (name) {
            case "raw" -> RAW;
            case "default" -> DEFAULT;
            case "csv" -> CSV;
            case "text" -> TEXT;
            case "json" -> JSON;
            default -> name.startsWith("interp") ? INTERPRET : null;
        };
    }
}
