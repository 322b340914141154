package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Says of events who did what to what, as {@code ausearch --format csv} and {@code text} do.
 *
 * <p>Where versions of ausearch differ, the {@link Edition} chooses the rows of the tables. It reads them when it is made;
 * after that it has no state.
 */
public final class EventNormalizer {

    private static final int FIRST_USER = 1000; // AUDIT_LOGIN and AUDIT_*_USER_MSG* of linux/audit.h
    private static final int LAST_USER = 1299;
    private static final int FIRST_USER_2 = 2100;

    private final EventKinds kinds;
    private final SingleRecordNormalizer singleRecords;
    private final SyscallNormalizer syscalls;

    /** Makes a normaliser that says what an edition of ausearch says. */
    public EventNormalizer(Edition edition) {
        Map<String, SingleRecordRule> rules = SingleRecordRule.all(edition);
        kinds = new EventKinds(edition);
        singleRecords = new SingleRecordNormalizer(rules);
        syscalls = new SyscallNormalizer(edition, rules);
    }

    /**
     * Normalises an event.
     *
     * @param withLabels whether a security label may stand for an object that has no name
     * @return with everything empty if the records belong to a system call whose own record is missing
     */
    public NormalizedEvent normalize(AuditEvent event, EventInterpretation interpretation, boolean withLabels) {
        AuditEvent ordered = ordered(event);
        String kind = kinds.of(ordered.first().type());
        AuditRecord syscall = ordered.first("SYSCALL");
        boolean single = ordered.records().size() == 1 && syscall == null;
        if (single || isComplete(ordered.first().type())) {
            return singleRecords.normalize(ordered, interpretation, kind, withLabels);
        }
        return syscall == null
                ? NormalizedEvent.NOT_UNDERSTOOD
                : syscalls.normalize(ordered, syscall, interpretation, kind);
    }

    /** Tells whether a record of that type tells all: what programs write, and the kernel about logins. */
    private static boolean isComplete(RecordType type) {
        int number = type.number();
        return (number >= FIRST_USER && number <= LAST_USER) || number >= FIRST_USER_2;
    }

    /** Returns the event with its records as the kernel wrote them: ausearch's own output has the last first. */
    private static AuditEvent ordered(AuditEvent event) {
        List<AuditRecord> records = event.records();
        boolean lastFirst = event.first().type().is("PROCTITLE")
                && records.get(records.size() - 1).type().is("SYSCALL");
        if (!lastFirst) {
            return event;
        }
        List<AuditRecord> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        return event.with(reversed);
    }
}
