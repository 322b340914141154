package dev.aulens.query.options;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How characters that a terminal or a shell would act on are printed. */
public enum EscapeMode {
    RAW,
    TTY,
    SHELL,
    SHELL_QUOTE;

    /** Returns the mode of that name, null if there is none. */
    static @Nullable EscapeMode of(String name) {
        for (EscapeMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(name)) {
                return mode;
            }
        }
        return null;
    }
}
