package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;

/**
 * Says of events who did what to what, as {@code ausearch --format csv} and {@code text} do.
 *
 * <p>It reads tables when it is made; after that it has no state.
 */
public final class EventNormalizer {

    private final EventKinds kinds = new EventKinds();
    private final SingleRecordNormalizer singleRecords = new SingleRecordNormalizer();
    private final SyscallNormalizer syscalls = new SyscallNormalizer();

    /**
     * Normalises an event.
     *
     * @param withLabels whether a security label may stand for an object that has no name
     * @return with everything empty if the records belong to a system call whose own record is missing
     */
    public NormalizedEvent normalize(AuditEvent event, EventInterpretation interpretation, boolean withLabels) {
        String kind = kinds.of(event.first().type());
        AuditRecord syscall = event.first("SYSCALL");
        if (syscall != null) {
            return syscalls.normalize(event, syscall, interpretation, kind);
        }
        return event.records().size() == 1
                ? singleRecords.normalize(event, interpretation, kind, withLabels)
                : NormalizedEvent.NOT_UNDERSTOOD;
    }
}
