package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import org.jspecify.annotations.Nullable;

/** The reports of aureport(8) that have rows: which events, what of each, and what their summary counts. */
public enum ReportKind {
    AVC(EventCondition.types(1400, 1107), ReportRows::vectors, Measure.OBJECT),
    AUTHENTICATION(
            EventCondition.types(1100)
                    .or(EventCondition.types(1102)
                            .and(EventCondition.types(1100).not())
                            .and(EventCondition.result(Success.NO))),
            ReportRows::authentication,
            Measure.AUTHENTICATED),
    COMMAND(EventCondition.has(Fact.COMMAND), ReportRows::command, Measure.COMMAND),
    CONFIG(
            EventCondition.types(1305, 1203, 1111, 1325, 1328, 2312).or(EventCondition.range(1403, 1417)),
            ReportRows::typeAndUser,
            Measure.TYPE),
    CRYPTO(
            EventCondition.range(1600, 1699).or(EventCondition.range(2400, 2499)),
            ReportRows::userAndType,
            Measure.TYPE),
    EVENT(EventCondition.all(), ReportRows::event, Measure.TYPE),
    FILE(EventCondition.has(Fact.FILE), ReportRows::file, Measure.FILE),
    HOST(EventCondition.has(Fact.HOST), ReportRows::host, Measure.HOST),
    INTEGRITY(EventCondition.range(1800, 1899), ReportRows::type, Measure.TYPE),
    KEY(EventCondition.firstKey(), ReportRows::key, Measure.KEY),
    LOGIN(EventCondition.types(1112), ReportRows::login, Measure.LOGGED_IN),
    MODIFICATION(
            EventCondition.types(1108, 1102, 1132)
                    .or(EventCondition.range(1114, 1117))
                    .or(EventCondition.range(2301, 2302)),
            ReportRows::modification,
            Measure.TYPE),
    POLICY(
            EventCondition.range(1403, 1417).or(EventCondition.range(2300, 2399)),
            ReportRows::userAndType,
            Measure.TYPE),
    ANOMALY(
            EventCondition.range(2100, 2199)
                    .or(EventCondition.range(1700, 1799))
                    .or(EventCondition.types(1326)),
            ReportRows::anomaly,
            Measure.TYPE),
    PROCESS(EventCondition.has(Fact.PROCESS), ReportRows::pid, Measure.PROCESS),
    RESPONSE(EventCondition.range(2200, 2299), ReportRows::type, Measure.TYPE),
    SYSCALL(EventCondition.call(), ReportRows::syscall, Measure.SYSCALL),
    TERMINAL(EventCondition.has(Fact.TERMINAL), ReportRows::terminal, Measure.TERMINAL),
    KEYSTROKES(EventCondition.firstType("TTY").or(EventCondition.firstType("USER_TTY")), ReportRows::keystrokes, null),
    USER(EventCondition.has(Fact.USER), ReportRows::user, Measure.LOGIN_USER),
    VIRTUALIZATION(EventCondition.range(2500, 2599), ReportRows::type, Measure.TYPE),
    EXECUTABLE(EventCondition.has(Fact.EXECUTABLE), ReportRows::executable, Measure.EXECUTABLE);

    private final EventCondition condition;
    private final ReportRows.Maker rows;
    private final @Nullable Measure measure;

    ReportKind(EventCondition condition, ReportRows.Maker rows, @Nullable Measure measure) {
        this.condition = condition;
        this.rows = rows;
        this.measure = measure;
    }

    /** Returns which events it is about. */
    EventCondition condition() {
        return condition;
    }

    /** Returns what makes its rows. */
    ReportRows.Maker rows() {
        return rows;
    }

    /** Returns what its summary counts; null if it has none. */
    @Nullable
    Measure measure() {
        return measure;
    }
}
