package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups records into events.
 *
 * <p>Records of several events interleave in a log, and no record says that it is the last of its event (EOE is not
 * always written, PROCTITLE is not always last). So an event waits for more records until the log has gone on:
 * {@link #TIMEOUT_MILLIS} of the log's own time, as ausearch's end_of_event_timeout, or {@link #MOST_WAITING} other
 * events, or {@link #MOST_BYTES} of records. A record that comes after that makes a second event with the same id, which
 * the index joins to the first. Time is the log's, so that the same log always gives the same events; a clock that is
 * set back completes nothing by itself. The last events of a log that grows would wait for ever: whoever follows it says
 * when records came ({@link #tick}) and when to wait no longer ({@link #completeUntouchedSince}).
 *
 * <p>Events have their records in the kernel's order, also those that ausearch has printed, see {@link KernelOrder}.
 *
 * <p>Not for use by several threads at once.
 */
public final class EventAssembler {

    /** How long an event waits for more records, in the log's time: auditd.conf's end_of_event_timeout, 2 s. */
    public static final long TIMEOUT_MILLIS = 2_000;

    /** How many events wait at most; more means that the log's clock stands still or runs backwards. */
    public static final int MOST_WAITING = 2_048;

    /** How many bytes of records wait at most, so that memory stays bounded whatever the log holds. */
    public static final long MOST_BYTES = 16L << 20;

    private final EventSink sink;
    private final Map<EventId, Waiting> waiting = new LinkedHashMap<>();
    private final PrintedBlock block = new PrintedBlock();
    private @Nullable EventId lastId;
    private Waiting last = new Waiting();
    private long waitingBytes;
    private long now;
    private long blockTouched;

    /** An event that may get more records. */
    private static final class Waiting {

        private final List<AuditRecord> records = new ArrayList<>(4);
        private long touched;
    }

    /** @param sink takes the events, oldest arrival first */
    public EventAssembler(EventSink sink) {
        this.sink = sink;
    }

    /** Takes the next record of the log, and hands on the events that it shows to be complete. */
    public void accept(AuditRecord record) {
        if (block.take(record, MOST_BYTES)) {
            blockTouched = now;
        } else {
            endBlock();
            assemble(record);
        }
    }

    /** Takes a line that ausearch puts between events: what follows is one event, its last record first. */
    public void separator() {
        endBlock();
        block.begin();
    }

    /** An event that ausearch printed twice (for two questions, to one file) adds nothing the second time. */
    private void endBlock() {
        if (block.isEmpty()) {
            return;
        }
        List<AuditRecord> printed = block.end();
        Waiting event = waiting.get(printed.get(0).id());
        List<AuditRecord> before = event == null ? List.of() : new ArrayList<>(event.records);
        for (AuditRecord record : printed) {
            if (!removeOne(before, record)) {
                assemble(record);
            }
        }
    }

    private static boolean removeOne(List<AuditRecord> records, AuditRecord wanted) {
        for (int i = 0; i < records.size(); i++) {
            if (Arrays.equals(records.get(i).line(), wanted.line())) {
                records.remove(i);
                return true;
            }
        }
        return false;
    }

    private void assemble(AuditRecord record) {
        EventId id = record.id();
        if (!id.equals(lastId)) {
            begin(id);
        }
        last.records.add(record);
        last.touched = now;
        waitingBytes += record.line().length;
        if (waitingBytes > MOST_BYTES) {
            flush();
        }
    }

    /** Sets the clock for the records that come now; of any origin, but never set back. */
    public void tick(long time) {
        now = time;
    }

    /** Hands on the events whose last record came at a time or before. */
    public void completeUntouchedSince(long time) {
        if (blockTouched - time <= 0) {
            endBlock();
        }
        for (EventId id : List.copyOf(waiting.keySet())) {
            Waiting event = Objects.requireNonNull(waiting.get(id), "waiting");
            if (event.touched - time <= 0) {
                waiting.remove(id);
                complete(id, event);
            }
        }
    }

    /** Hands on all events that still wait: at the end of the input. */
    public void flush() {
        endBlock();
        List<Map.Entry<EventId, Waiting>> rest = new ArrayList<>(waiting.entrySet());
        waiting.clear();
        rest.forEach(entry -> complete(entry.getKey(), entry.getValue()));
    }

    /** Returns the number of records that wait in events which are not handed on yet. */
    public int waitingRecords() {
        return block.records().size()
                + waiting.values().stream()
                        .mapToInt(event -> event.records.size())
                        .sum();
    }

    /** Shows the records that wait in events which are not handed on yet. */
    public void forEachWaiting(Consumer<AuditRecord> sink) {
        block.records().forEach(sink);
        waiting.values().forEach(event -> event.records.forEach(sink));
    }

    private void begin(EventId id) {
        Waiting fresh = new Waiting();
        Waiting known = waiting.putIfAbsent(id, fresh);
        Waiting event = known == null ? fresh : known;
        if (known == null) {
            completeOldest(id.millis());
        }
        lastId = id;
        last = event;
    }

    private void completeOldest(long newest) {
        Iterator<Map.Entry<EventId, Waiting>> oldest = waiting.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<EventId, Waiting> entry = oldest.next();
            boolean timedOut = entry.getKey().millis() + TIMEOUT_MILLIS <= newest;
            if (waiting.size() == 1 || !(timedOut || waiting.size() > MOST_WAITING)) {
                return;
            }
            oldest.remove();
            complete(entry.getKey(), entry.getValue());
        }
    }

    private void complete(EventId id, Waiting event) {
        if (id.equals(lastId)) {
            lastId = null;
        }
        for (AuditRecord record : event.records) {
            waitingBytes -= record.line().length;
        }
        sink.accept(new AuditEvent(id, KernelOrder.ofUnmarked(event.records)));
    }
}
