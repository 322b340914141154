package dev.aulens.render.normalize;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.record.AuditRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program that an event tells of: its file or, of a script, its name. */
final class Programs {

    private static final List<String> INTERPRETERS =
            List.of("/usr/bin/python", "/usr/bin/sh", "/usr/bin/bash", "/usr/bin/perl");

    private Programs() {}

    /** Returns the next {@code exe}, the {@code comm} at or behind the field before it if that is an interpreter's. */
    static Value.@Nullable Field find(FieldCursor cursor, EventInterpretation interpretation) {
        Value.Field exe = cursor.find("exe");
        if (exe == null || !isInterpreter(exe.text(interpretation))) {
            return exe;
        }
        cursor.back();
        Value.Field comm = cursor.find("comm");
        return comm == null ? exe : comm;
    }

    /** Returns the program of a system call. */
    static Value.@Nullable Field of(AuditRecord call, EventInterpretation interpretation) {
        Value.Field exe = Draft.field(call, "exe");
        if (exe == null || !isInterpreter(exe.text(interpretation))) {
            return exe;
        }
        int comm = call.find("comm", Math.max(0, exe.index() - 1));
        return comm < 0 ? exe : new Value.Field(call, comm);
    }

    private static boolean isInterpreter(String exe) {
        return INTERPRETERS.stream().anyMatch(exe::startsWith);
    }
}
