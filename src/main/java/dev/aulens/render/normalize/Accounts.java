package dev.aulens.render.normalize;

import dev.aulens.interpret.EventInterpretation;
import org.jspecify.annotations.Nullable;

/** The kinds of accounts, by their numbers: those of login.defs(5), UID_MIN 1000 and UID_MAX 60000. */
final class Accounts {

    static final String UNKNOWN = "unknown-acct";

    private static final int FIRST_USER = 1000;
    private static final int BEHIND_USERS = 60000;

    private Accounts() {}

    /** Returns the kind of the account that a field tells, by its number or, where it has none, its name. */
    static @Nullable String kind(Value.@Nullable Field account, EventInterpretation interpretation) {
        if (account == null) {
            return null;
        }
        boolean number = account.name().endsWith("id") && !account.record().interpreted();
        if (number && interpretation.interprets(account.record(), account.index())) {
            return kind(account.number());
        }
        return switch (account.text(interpretation)) {
            case "root" -> kind(0);
            case "unset" -> kind(-1);
            default -> UNKNOWN;
        };
    }

    private static String kind(int uid) {
        if (uid == 0) {
            return "privileged-acct";
        }
        if (uid == -1) {
            return "unset-acct";
        }
        if (uid < FIRST_USER) {
            return "service-acct";
        }
        return uid < BEHIND_USERS ? "user-acct" : UNKNOWN;
    }
}
