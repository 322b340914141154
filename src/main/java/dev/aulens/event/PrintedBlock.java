package dev.aulens.event;

import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;

/** The records of one event behind a line {@code ----}, as ausearch prints it, until it is known to be whole. */
final class PrintedBlock {

    private final List<AuditRecord> records = new ArrayList<>();
    private boolean open;
    private long bytes;

    /** Begins a block: a line {@code ----} was read. */
    void begin() {
        open = true;
    }

    /** Takes the record if it is part of the block; a block has one event, and no more than {@code most} bytes. */
    boolean take(AuditRecord record, long most) {
        boolean sameEvent = records.isEmpty() || records.get(0).id().equals(record.id());
        if (!open || !sameEvent || bytes > most) {
            open = false;
            return false;
        }
        records.add(record);
        bytes += record.line().length;
        return true;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Returns the records that it has. */
    List<AuditRecord> records() {
        return records;
    }

    /** Ends the block and returns its records in the kernel's order. */
    List<AuditRecord> end() {
        List<AuditRecord> ordered = KernelOrder.ofPrinted(List.copyOf(records));
        records.clear();
        bytes = 0;
        return ordered;
    }
}
