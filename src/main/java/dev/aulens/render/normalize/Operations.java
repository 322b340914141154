package dev.aulens.render.normalize;

import dev.aulens.interpret.EventInterpretation;
import org.jspecify.annotations.Nullable;

/** Actions that a record's {@code op} field tells. */
final class Operations {

    private Operations() {}

    static Value bpf(Value.@Nullable Field operation, EventInterpretation interpretation) {
        return either(operation, interpretation, "LOAD", "loaded-bpf-program", "unloaded-bpf-program", "bpf-program");
    }

    static Value eventListener(Value.@Nullable Field operation, EventInterpretation interpretation) {
        return either(operation, interpretation, "connect", "connected-to", "disconnected-from", "connected");
    }

    private static Value either(
            Value.@Nullable Field operation,
            EventInterpretation interpretation,
            String expected,
            String action,
            String other,
            String none) {
        if (operation == null) {
            return new Value.Word(none);
        }
        return new Value.Word(operation.text(interpretation).equals(expected) ? action : other);
    }
}
