package dev.aulens.report;

import dev.aulens.facts.EventFacts;
import dev.aulens.facts.Fact;
import dev.aulens.record.RecordType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What summaries count. */
enum Measure {
    /** Types of events, by number. */
    TYPE(null),
    OBJECT(Fact.OBJECT),
    FILE(Fact.FILE),
    HOST(Fact.HOST),
    PROCESS(Fact.PROCESS),
    SYSCALL(null),
    TERMINAL(Fact.TERMINAL),
    LOGIN_USER(null),
    EXECUTABLE(Fact.EXECUTABLE),
    COMMAND(Fact.COMMAND),
    KEY(Fact.KEY),
    /** Accounts that were authenticated; -2 stands for none. */
    AUTHENTICATED(null),
    /** Who logged in: the login user, or the account where there is none. */
    LOGGED_IN(null);

    private final @Nullable Fact fact;

    Measure(@Nullable Fact fact) {
        this.fact = fact;
    }

    /**
     * Returns the fact whose values are counted as they are.
     *
     * @throws NullPointerException if a measure makes its values of others
     */
    Fact fact() {
        return Objects.requireNonNull(fact, name());
    }

    /** Returns in which order values of equal count are. */
    Tally.Order order() {
        return this == TYPE || this == PROCESS ? Tally.Order.NUMBER : Tally.Order.LOG;
    }

    /** Returns the values of an event, each as often as it counts, as the summary prints them. */
    List<String> values(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return switch (this) {
            case TYPE ->
                facts.type().number() == RecordType.UNKNOWN ? List.of() : List.of(typeLabel(facts.type(), words));
            case SYSCALL -> facts.syscall() > 0 ? List.of(words.syscall(event)) : List.of();
            case LOGIN_USER -> facts.auid() == EventFacts.NO_AUID ? List.of() : List.of(words.auid(event));
            case AUTHENTICATED -> List.of(account(facts, words));
            case LOGGED_IN -> {
                String account = facts.account();
                yield List.of(facts.auid() < 0 && account != null ? account : words.auid(event));
            }
            case PROCESS, OBJECT, FILE, HOST, TERMINAL, EXECUTABLE, COMMAND, KEY -> fact().values(facts);
        };
    }

    private static String account(EventFacts facts, Words words) {
        String account = facts.account();
        return account != null ? account : noAccount(words);
    }

    /** Returns what stands in the place of an account. */
    static String noAccount(Words words) {
        return words.names() ? Words.unknown(EventFacts.NO_AUID) : Integer.toString(EventFacts.NO_AUID);
    }

    /** Returns how a summary shows a type. */
    static String typeLabel(RecordType type, Words words) {
        return words.names() ? Words.typeName(type) : Integer.toString(type.number());
    }
}
