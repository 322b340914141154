package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.EventId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups records into events.
 *
 * <p>Records of several events interleave in a log, and mostly no record says that it is the last of its event (EOE is
 * not always written, PROCTITLE is not always last). So an event waits for more records until the log has gone on:
 * {@link #TIMEOUT_SECONDS} of the log's own time, as ausearch's end_of_event_timeout, or {@link #MOST_WAITING} other
 * events, or {@link #MOST_BYTES} of records. What programs and the daemon write is one record mostly, and waits only for
 * the next record to be another event's. A record that comes after that makes a second event with the same id, which
 * the index joins to the first. Time is the log's, so that the same log always gives the same events; a clock that is
 * set back completes nothing by itself. The last events of a log that grows would wait for ever: whoever follows it says
 * when records came ({@link #tick}) and when to wait no longer ({@link #completeUntouchedSince}).
 *
 * <p>Events are handed on as ausearch prints them: of those that wait, the earliest is next, once it is complete. So
 * neighbours that the log has in disorder are in order, and one that comes too late for that is
 * {@linkplain Overtaken overtaken}.
 *
 * <p>Events have their records in the kernel's order, also those that ausearch has printed, see {@link KernelOrder}.
 *
 * <p>Not for use by several threads at once.
 */
public final class EventAssembler {

    /** How long an event waits for more records, in seconds of the log's time: auditd.conf's end_of_event_timeout. */
    public static final long TIMEOUT_SECONDS = 2;

    /** How many events wait at most; more means that the log's clock stands still or runs backwards. */
    public static final int MOST_WAITING = 2_048;

    /** How many bytes of records wait at most, so that memory stays bounded whatever the log holds. */
    public static final long MOST_BYTES = 8L << 20;

    private final EventSink sink;
    private final Map<EventId, Waiting> waiting = new LinkedHashMap<>();
    /** Those that wait, and among them some that went before their turn: a queue finds only its head at once. */
    private final Queue<Waiting> inOrder = new PriorityQueue<>();

    private final LogOrder order = new LogOrder();
    private final PrintedBlock block = new PrintedBlock();
    private @Nullable EventId lastId;
    private Waiting last = new Waiting(new EventId(null, 0, 0), 0);
    private long waitingBytes;
    private long now;
    private long blockTouched;
    private long arrivals;

    /** An event that may get more records, or whose turn has not come. */
    private static final class Waiting implements Comparable<Waiting> {

        private final EventId id;
        private final long arrival;
        private List<AuditRecord> records = new ArrayList<>(4);
        private long touched;
        private boolean complete;

        Waiting(EventId id, long arrival) {
            this.id = id;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Waiting other) {
            if (id.precedes(other.id)) {
                return -1;
            }
            return other.id.precedes(id) ? 1 : Long.compare(arrival, other.arrival);
        }
    }

    /** @param sink takes the events in the order in which ausearch prints them */
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

    /** Says that the records that come now are another input's. Events may cross from one to the next. */
    public void beginInput() {
        order.begin();
    }

    /** Hands on the events whose last record came at a time or before. */
    public void completeUntouchedSince(long time) {
        if (blockTouched - time <= 0) {
            endBlock();
        }
        waiting.values().stream()
                .filter(event -> event.touched - time <= 0)
                .sorted()
                .toList()
                .forEach(this::complete);
    }

    /** Hands on all events that still wait: at the end of the input. */
    public void flush() {
        endBlock();
        for (Waiting next = earliest(); next != null; next = earliest()) {
            complete(next);
        }
    }

    /** Shows the records that wait in events which are not handed on yet. */
    public void forEachWaiting(Consumer<AuditRecord> sink) {
        block.records().forEach(sink);
        waiting.values().forEach(event -> event.records.forEach(sink));
    }

    private void begin(EventId id) {
        Waiting event = waiting.get(id);
        if (event == null) {
            completeBefore(id);
            if (waiting.size() == MOST_WAITING) {
                completeOldest();
            }
            event = new Waiting(id, arrivals++);
            waiting.put(id, event);
            inOrder.add(event);
        }
        lastId = id;
        last = event;
    }

    /** Hands on the earliest events, as far as the first record of another shows that they are complete. */
    private void completeBefore(EventId read) {
        for (Waiting next = earliest(); next != null && isComplete(next, read); next = earliest()) {
            complete(next);
        }
    }

    /** Returns the event whose turn it is, null if none waits. */
    private @Nullable Waiting earliest() {
        Waiting head = inOrder.peek();
        while (head != null && head.complete) {
            inOrder.remove();
            head = inOrder.peek();
        }
        return head;
    }

    /** ausearch compares whole seconds, and knows what programs write by the first record. */
    private boolean isComplete(Waiting event, EventId read) {
        long elapsed = second(read) - second(event.id);
        return elapsed >= TIMEOUT_SECONDS || event.records.get(0).type().completesItsEvent();
    }

    /** Makes room for another event: the one that has waited longest goes, which after a clock was set back may be the latest. */
    private void completeOldest() {
        complete(waiting.values().iterator().next());
        if (inOrder.size() > 2 * MOST_WAITING) {
            inOrder.removeIf(event -> event.complete);
        }
    }

    private static long second(EventId id) {
        return Math.floorDiv(id.millis(), 1000L);
    }

    private void complete(Waiting event) {
        waiting.remove(event.id);
        if (event.id.equals(lastId)) {
            lastId = null;
        }
        for (AuditRecord record : event.records) {
            waitingBytes -= record.line().length;
        }
        List<AuditRecord> records = event.records;
        event.complete = true;
        event.records = List.of();
        sink.accept(new AuditEvent(event.id, KernelOrder.ofUnmarked(records), order.next(event.id)));
    }
}
