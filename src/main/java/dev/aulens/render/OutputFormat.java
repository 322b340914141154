package dev.aulens.render;

import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats in which events are printed. */
public enum OutputFormat {
    /** The records as they were read. */
    RAW {
        @Override
        public EventRenderer renderer(Settings settings) {
            return new RawRenderer();
        }
    },
    /** The records under a line with the time. */
    DEFAULT {
        @Override
        public EventRenderer renderer(Settings settings) {
            return new DefaultRenderer(settings.zone(), settings.escaping());
        }
    },
    /** The records with words for their numbers. */
    INTERPRET {
        @Override
        public EventRenderer renderer(Settings settings) {
            return new InterpretRenderer(
                    settings.interpreter(), settings.zone(), settings.dates(), settings.escaping());
        }
    },
    /** A line for each event, with columns for who did what to what. */
    CSV {
        @Override
        public EventRenderer renderer(Settings settings) {
            return new CsvRenderer(
                    settings.interpreter(),
                    settings.zone(),
                    settings.dates(),
                    settings.escaping(),
                    settings.csvColumns());
        }
    },
    /** A sentence for each event. */
    TEXT {
        @Override
        public EventRenderer renderer(Settings settings) {
            return new TextRenderer(settings.interpreter(), settings.zone(), settings.dates(), settings.escaping());
        }
    },
    /** The documents as they are stored, a line each. */
    JSON,
    /** A line for each document, with the columns that were asked for. */
    TABLE;

    /**
     * What the formats need to know.
     *
     * @param interpreter says what fields mean
     * @param zone where times are local
     * @param dates how dates are written
     * @param escaping how text from the log is made harmless
     * @param csvColumns the columns of csv that are printed on demand
     */
    public record Settings(
            Interpreter interpreter, ZoneId zone, DateFormat dates, Escaping escaping, CsvColumns csvColumns) {}

    /** Returns the format of that name, null if there is none; whatever begins with {@code interp} is INTERPRET. */
    public static @Nullable OutputFormat of(String name) {
        for (OutputFormat format : values()) {
            if (format.word().equals(name)) {
                return format;
            }
        }
        return name.startsWith("interp") ? INTERPRET : null;
    }

    /** Returns the format's name on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a renderer; it is not for use by several threads at once.
     *
     * @throws IllegalArgumentException if the format shows documents
     */
    public EventRenderer renderer(Settings settings) {
        throw new IllegalArgumentException(this + " shows documents");
    }
}
