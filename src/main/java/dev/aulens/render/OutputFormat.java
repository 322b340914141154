package dev.aulens.render;

import dev.aulens.interpret.Interpreter;
import java.time.ZoneId;

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
    };

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

    /** Returns a renderer; it is not for use by several threads at once. */
    public abstract EventRenderer renderer(Settings settings);
}
