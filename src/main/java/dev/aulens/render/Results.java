package dev.aulens.render;

import dev.aulens.interpret.EventInterpretation;
import dev.aulens.render.normalize.NormalizedEvent;
import dev.aulens.render.normalize.Value;
import org.jspecify.annotations.Nullable;

/** Tells success from failure in the words that records have for them. */
final class Results {

    private Results() {}

    /** Returns whether it succeeded, null if the event does not tell. */
    static @Nullable Boolean succeeded(NormalizedEvent event, EventInterpretation interpretation) {
        Value result = event.result();
        if (result == null) {
            return null;
        }
        String word = result.text(interpretation);
        return word.equals("yes") || word.startsWith("suc") || word.equals("allow");
    }
}
