package dev.aulens.cli.terminal;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Warnings and errors as lines for people, of the form of those that commands print themselves. */
final class TerminalLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<PrintStream> err;

    /** @param err returns standard error, which may have been replaced since the last line */
    TerminalLogger(Supplier<PrintStream> err) {
        this.err = err;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        String text = MessageFormatter.basicArrayFormat(message, arguments);
        Terminal.say(err.get(), fault == null ? text : text + ": " + fault);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
