package dev.aulens.cli.command;

import dev.aulens.cli.options.Settings;
import dev.aulens.cli.terminal.Terminal;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.time.TimeExpressions;
import dev.aulens.query.time.Uptime;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a command works with.
 *
 * @param terminal its streams and environment
 * @param settings what the environment and the settings file say
 */
public record Context(Terminal terminal, Settings settings) {

    /** Returns what reads the words for times, as this process's zone and locale have them. */
    public TimeExpressions times() {
        return new TimeExpressions(
                Clock.system(ZoneId.systemDefault()), DateFormat.of(terminal.environment()), Uptime::ofThisMachine);
    }
}
