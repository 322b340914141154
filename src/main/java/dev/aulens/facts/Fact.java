package dev.aulens.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact that reports count, and where a document has it.
 *
 * <p>Mostly the document has it in a field of the schema. Where the audit tools read another value, or several, or none,
 * {@code auditd.report} says so: the value under the fact's name, or the name in {@code auditd.report.not}. File names
 * and objects are always there, because the schema has none in the form in which they are recorded.
 */
public enum Fact {
    COMMAND("process.name"),
    EXECUTABLE("process.executable"),
    TERMINAL("auditd.data.tty"),
    HOST(null),
    ACCOUNT("auditd.data.acct"),
    USER("user.id"),
    LOGIN_USER("auditd.user.audit.id"),
    PROCESS("process.pid"),
    SYSCALL("auditd.data.syscall_number"),
    /** The system call's name that the records carry, where the tables have another. */
    CALL_NAME(null),
    RESULT("auditd.result"),
    KEY("auditd.key"),
    FILE(null),
    OBJECT(null);

    /** Where documents name the facts that the audit tools do not read although the schema has them. */
    public static final String NOT = "auditd.report.not";

    private static final String PREFIX = "auditd.report.";

    private final @Nullable String field;

    Fact(@Nullable String field) {
        this.field = field;
    }

    /** Returns the field of the schema that mostly has the fact, null if there is none. */
    public @Nullable String field() {
        return field;
    }

    /** Returns the fact's name in {@code auditd.report}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the field that has the fact where the one of the schema has it not. */
    public String reportField() {
        return PREFIX + shortName();
    }

    /**
     * Returns whether an event may have several: then {@link #reportField} holds each with its place before it, as
     * {@code 0 /etc}, so that the same value twice counts twice.
     */
    public boolean isList() {
        return this == KEY || this == FILE || this == OBJECT;
    }

    /** Returns what an event's facts have of it, in order. */
    public List<String> values(EventFacts facts) {
        return switch (this) {
            case COMMAND -> one(facts.comm());
            case EXECUTABLE -> one(facts.exe());
            case TERMINAL -> one(facts.terminal());
            case HOST -> one(facts.host());
            case ACCOUNT -> one(facts.account());
            case USER -> facts.uid() == -1 ? List.of() : List.of(Integer.toUnsignedString(facts.uid()));
            case LOGIN_USER ->
                facts.auid() == EventFacts.NO_AUID ? List.of() : List.of(Integer.toUnsignedString(facts.auid()));
            case PROCESS -> facts.pid() < 0 ? List.of() : List.of(Long.toString(facts.pid()));
            case SYSCALL -> facts.call() == null ? List.of() : List.of(Long.toString(facts.syscall()));
            case CALL_NAME -> facts.call() == null ? List.of() : one(facts.carried("SYSCALL"));
            case RESULT -> facts.success() == Success.UNSET ? List.of() : List.of(resultOf(facts.success()));
            case KEY -> keys(facts);
            case FILE -> facts.files().stream().map(NamedFile::name).toList();
            case OBJECT ->
                facts.decisions().stream()
                        .filter(decision -> decision.verdict() != null)
                        .map(Decision::object)
                        .filter(Objects::nonNull)
                        .toList();
        };
    }

    /**
     * Returns the user that the audit tools read in a field of the schema, which keeps a word that is no number: the number
     * that it begins with, 0 if it begins with none.
     */
    public static int user(String value) {
        return (int) FieldValues.decimal(value);
    }

    /**
     * Returns the value of {@link #RESULT} in documents.
     *
     * @param success not {@link Success#UNSET}, for which documents have no value
     */
    public static String resultOf(Success success) {
        return success == Success.YES ? "success" : "fail";
    }

    private static List<String> keys(EventFacts facts) {
        if (facts.keys().isEmpty()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(facts.keys());
        keys.removeIf(EventFacts.NULL::equals);
        return keys;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
