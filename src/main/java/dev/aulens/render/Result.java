package dev.aulens.render;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.render.normalize.NormalizedEvent;
import dev.aulens.render.normalize.Value;

/** Whether what an event tells of succeeded. */
enum Result {
    /** The event does not say. */
    UNKNOWN,
    SUCCESS,
    FAILURE;

    /** Returns the result by the words that records have for it. */
    static Result of(NormalizedEvent event, EventInterpretation interpretation) {
        Value result = event.result();
        if (result == null) {
            return UNKNOWN;
        }
        String word = result.text(interpretation);
        return word.equals("yes") || word.startsWith("suc") || word.equals("allow") ? SUCCESS : FAILURE;
    }
}
