package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import org.jspecify.annotations.Nullable;

/**
 * What a report of aureport(8) is.
 *
 * @param condition which events its rows are about
 * @param rows makes its rows
 * @param measure what its summary counts; null if it has none
 */
record ReportDefinition(
        EventCondition condition,
        ReportRows.Maker rows,
        @Nullable Measure measure) {

    /** Returns which events its summary is about: the users' one is about the login user, its rows about the user. */
    EventCondition summarized() {
        return measure == Measure.LOGIN_USER ? EventCondition.has(Fact.LOGIN_USER) : condition;
    }

    /** Returns what a report is. */
    static ReportDefinition of(ReportKind kind) {
        return switch (kind) {
            case AVC -> new ReportDefinition(EventCondition.types(1400, 1107), ReportRows::decisions, Measure.OBJECT);
            case AUTHENTICATION ->
                new ReportDefinition(
                        EventCondition.types(1100)
                                .or(EventCondition.types(1102)
                                        .and(EventCondition.types(1100).not())
                                        .and(EventCondition.result(Success.NO))),
                        ReportRows::authentication,
                        Measure.AUTHENTICATED);
            case COMMAND ->
                new ReportDefinition(EventCondition.has(Fact.COMMAND), ReportRows::command, Measure.COMMAND);
            case CONFIG ->
                new ReportDefinition(
                        EventCondition.types(1305, 1203, 1111, 1325, 1328, 2312).or(EventCondition.range(1403, 1417)),
                        ReportRows::typeAndUser,
                        Measure.TYPE);
            case CRYPTO ->
                new ReportDefinition(
                        EventCondition.range(1600, 1699).or(EventCondition.range(2400, 2499)),
                        ReportRows::userAndType,
                        Measure.TYPE);
            case EVENT -> new ReportDefinition(EventCondition.all(), ReportRows::event, Measure.TYPE);
            case FILE -> new ReportDefinition(EventCondition.has(Fact.FILE), ReportRows::file, Measure.FILE);
            case HOST -> new ReportDefinition(EventCondition.has(Fact.HOST), ReportRows::host, Measure.HOST);
            case INTEGRITY -> new ReportDefinition(EventCondition.range(1800, 1899), ReportRows::type, Measure.TYPE);
            case KEY -> new ReportDefinition(EventCondition.firstKey(), ReportRows::key, Measure.KEY);
            case LOGIN -> new ReportDefinition(EventCondition.types(1112), ReportRows::login, Measure.LOGGED_IN);
            case MODIFICATION ->
                new ReportDefinition(
                        EventCondition.types(1108, 1102, 1132)
                                .or(EventCondition.range(1114, 1117))
                                .or(EventCondition.range(2301, 2302)),
                        ReportRows::modification,
                        Measure.TYPE);
            case POLICY ->
                new ReportDefinition(
                        EventCondition.range(1403, 1417).or(EventCondition.range(2300, 2399)),
                        ReportRows::userAndType,
                        Measure.TYPE);
            case ANOMALY ->
                new ReportDefinition(
                        EventCondition.range(2100, 2199)
                                .or(EventCondition.range(1700, 1799))
                                .or(EventCondition.types(1326)),
                        ReportRows::anomaly,
                        Measure.TYPE);
            case PROCESS -> new ReportDefinition(EventCondition.has(Fact.PROCESS), ReportRows::pid, Measure.PROCESS);
            case RESPONSE -> new ReportDefinition(EventCondition.range(2200, 2299), ReportRows::type, Measure.TYPE);
            case SYSCALL -> new ReportDefinition(EventCondition.call(), ReportRows::syscall, Measure.SYSCALL);
            case TERMINAL ->
                new ReportDefinition(EventCondition.has(Fact.TERMINAL), ReportRows::terminal, Measure.TERMINAL);
            case KEYSTROKES ->
                new ReportDefinition(
                        EventCondition.firstType("TTY").or(EventCondition.firstType("USER_TTY")),
                        ReportRows::keystrokes,
                        null);
            case USER -> new ReportDefinition(EventCondition.has(Fact.USER), ReportRows::user, Measure.LOGIN_USER);
            case VIRTUALIZATION ->
                new ReportDefinition(EventCondition.range(2500, 2599), ReportRows::type, Measure.TYPE);
            case EXECUTABLE ->
                new ReportDefinition(EventCondition.has(Fact.EXECUTABLE), ReportRows::executable, Measure.EXECUTABLE);
        };
    }
}
