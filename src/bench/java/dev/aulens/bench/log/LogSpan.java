package dev.aulens.bench.log;

import dev.aulens.source.LineSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a log reaches.
 *
 * @param events about how many it has: runs of records with one time and serial
 * @param bytes of its records
 * @param days how many days it spans, begun ones count
 * @param lowest the lowest serial
 * @param highest the highest serial
 */
public record LogSpan(long events, long bytes, int days, long lowest, long highest) {

    /** The milliseconds of a day. */
    static final long DAY = 86_400_000;

    /** Reads a log. */
    public static LogSpan of(Path log) throws IOException {
        Reading reading = new Reading();
        PlainLog.input(log).forEachLine(reading, bytes -> {});
        if (reading.events == 0) {
            throw new IOException(log + " holds no audit records with a time in seconds");
        }
        int days = (int) ((reading.latest - reading.earliest) / DAY) + 1;
        return new LogSpan(reading.events, reading.bytes, days, reading.lowest, reading.highest);
    }

    private static final class Reading implements LineSink {

        private long events;
        private long bytes;
        private long earliest = Long.MAX_VALUE;
        private long latest = Long.MIN_VALUE;
        private long lowest = Long.MAX_VALUE;
        private long highest = Long.MIN_VALUE;
        private @Nullable RecordLine last;

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            Optional<RecordLine> parsed = RecordLine.parse(buffer, from, to);
            if (parsed.isEmpty()) {
                return;
            }
            RecordLine record = parsed.get();
            bytes += to - from + 1;
            earliest = Math.min(earliest, record.millis());
            latest = Math.max(latest, record.millis());
            lowest = Math.min(lowest, record.serial());
            highest = Math.max(highest, record.serial());
            events += last != null && last.isOfSameEvent(record) ? 0 : 1;
            last = record;
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean isLast) {
            // Not multiplied.
        }

        @Override
        public void otherEntry(long offset, long length) {
            // Likewise.
        }
    }
}
