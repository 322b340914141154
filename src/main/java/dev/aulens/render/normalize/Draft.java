package dev.aulens.render.normalize;

import dev.aulens.event.AuditEvent;
import dev.aulens.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A normalised event in the making. */
final class Draft {

    static final String UNKNOWN_KIND = "unknown";

    private final AuditEvent event;
    private final String kind;

    @Nullable
    Value primarySubject;

    @Nullable
    Value secondarySubject;

    @Nullable
    String subjectKind;

    @Nullable
    Value session;

    @Nullable
    Value action;

    @Nullable
    Value result;

    @Nullable
    Value primaryObject;

    @Nullable
    Value secondaryObject;

    @Nullable
    Value secondObject;

    final List<Value> processes = new ArrayList<>();

    String objectKind = UNKNOWN_KIND;

    @Nullable
    Value objectLabel;

    @Nullable
    Value how;

    @Nullable
    Value key;

    Draft(AuditEvent event, String kind) {
        this.event = event;
        this.kind = kind;
    }

    NormalizedEvent finish(AuditRecord subject) {
        return new NormalizedEvent(
                kind,
                new NormalizedEvent.Subject(primarySubject, secondarySubject, subjectKind, session, label(subject)),
                action,
                result,
                new NormalizedEvent.Thing(
                        primaryObject,
                        secondaryObject,
                        secondObject,
                        List.copyOf(processes),
                        objectKind,
                        objectLabel,
                        directory()),
                how,
                key);
    }

    /** Returns the first field of that name, null if the record has none. */
    static Value.@Nullable Field field(@Nullable AuditRecord record, String name) {
        int index = record == null ? -1 : record.find(name);
        return record == null || index < 0 ? null : new Value.Field(record, index);
    }

    /** The label is looked for behind the process's id: SECCOMP and ANOM_ABEND have it before. */
    private static @Nullable Value label(AuditRecord subject) {
        int label = subject.find("subj", Math.max(0, subject.find("pid")));
        return label < 0 ? null : new Value.Field(subject, label);
    }

    private @Nullable Value directory() {
        return field(event.first("CWD"), "cwd");
    }
}
