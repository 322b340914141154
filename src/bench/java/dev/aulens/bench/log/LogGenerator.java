package dev.aulens.bench.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aulens.source.LineSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a large log of a small one: the same events on many hosts and on many days.
 *
 * <p>The same request always gives the same bytes. Hosts are {@code host001} and on, their records stand next to each
 * other as where logs are collected, their clocks differ by a few milliseconds. A day's serials go on where those of the
 * day before ended, so no two events of a host have one. Lines that are no records are left out.
 */
public final class LogGenerator {

    private static final long MOST_SERIAL = 0xFFFF_FFFFL;
    private static final int BUFFER = 1 << 20;
    private static final long SKEW = 17;
    private static final long MOST_SKEW = 1000;

    private final Path log;
    private final LogSpan span;
    private final int hosts;
    private final int days;
    private final long most;

    private LogGenerator(Path log, LogSpan span, int hosts, int days, long most) throws IOException {
        this.log = log;
        this.span = span;
        this.hosts = hosts;
        this.days = days;
        this.most = most;
        if (span.highest() + (days - 1) * serials() > MOST_SERIAL) {
            throw new IOException("serials have 32 bits, too few for " + days + " days of this log; take more hosts");
        }
    }

    /** Returns a generator of a log with so many hosts, each with so many times the log's days. */
    public static LogGenerator of(Path log, int hosts, int days) throws IOException {
        return new LogGenerator(log, LogSpan.of(log), hosts, days, Long.MAX_VALUE);
    }

    /** Returns a generator of a log with about so many events, of as many hosts as days. */
    public static LogGenerator of(Path log, long events) throws IOException {
        LogSpan span = LogSpan.of(log);
        long copies = (events + span.events() - 1) / span.events();
        int hosts = (int) Math.ceil(Math.sqrt((double) copies));
        return new LogGenerator(log, span, hosts, (int) ((copies + hosts - 1) / hosts), events);
    }

    /** Returns about how many bytes it will write. */
    public long bytes() {
        long copies = Math.min((long) hosts * days * span.events(), most) / span.events() + 1;
        return copies * span.bytes() * 11 / 10; // the names of hosts
    }

    /** Writes the log to a file. */
    public long write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            return write(out);
        }
    }

    /**
     * Writes the log.
     *
     * @return the number of events, as far as {@link LogSpan} can tell
     */
    public long write(OutputStream out) throws IOException {
        long events = 0;
        try {
            for (int day = 0; day < days && events < most; day++) {
                Day sink = new Day(out, day, most - events);
                PlainLog.input(log).forEachLine(sink, bytes -> {});
                sink.writeEvent();
                events += sink.events;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return events;
    }

    private long serials() {
        return span.highest() - span.lowest() + 1;
    }

    /** One day of all hosts. */
    private final class Day implements LineSink {

        private final OutputStream out;
        private final int day;
        private final long wanted;
        private final List<RecordLine> event = new ArrayList<>();
        private long events;

        Day(OutputStream out, int day, long wanted) {
            this.out = out;
            this.day = day;
            this.wanted = wanted;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            if (events < wanted) {
                RecordLine.parse(buffer, from, to).ifPresent(this::take);
            }
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            // No record that is multiplied.
        }

        @Override
        public void otherEntry(long offset, long length) {
            // Likewise.
        }

        private void take(RecordLine record) {
            if (!event.isEmpty() && !event.get(0).isOfSameEvent(record)) {
                writeEvent();
            }
            event.add(record);
        }

        private void writeEvent() {
            if (event.isEmpty()) {
                return;
            }
            RecordLine first = event.get(0);
            long serial = first.serial() + day * serials();
            for (int host = 0; host < hosts && events < wanted; host++) {
                long millis = first.millis() + day * (span.days() * LogSpan.DAY) + host * SKEW % MOST_SKEW;
                byte[] node = String.format("node=host%03d ", host + 1).getBytes(US_ASCII);
                byte[] id = String.format("%d.%03d:%d", millis / 1000, millis % 1000, serial)
                        .getBytes(US_ASCII);
                event.forEach(record -> write(node, record, id));
                events++;
            }
            event.clear();
        }

        private void write(byte[] node, RecordLine record, byte[] id) {
            try {
                out.write(node);
                out.write(record.head());
                out.write(id);
                out.write(record.tail());
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
