package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.interpret.Identities;
import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts users at the server. Their names are those that the documents have. */
final class UserCounts {

    private static final String UNSET = "4294967295";
    private static final String NAME = "auditd.user.audit.name";

    private final FactCounts counts;
    private final Words words;

    UserCounts(FactCounts counts, Words words) {
        this.counts = counts;
        this.words = words;
    }

    /** Counts login users. */
    Tally users(Filter where) {
        return counts.tally(userParts(where), false);
    }

    /** Counts who logged in: the login user, the account where there is none, -2 where there is neither. */
    Tally logins() {
        Filter unset =
                Filter.any(FactFilters.equal(Fact.LOGIN_USER, UNSET), Filter.not(FactFilters.exists(Fact.LOGIN_USER)));
        Filter account = Filter.all(unset, FactFilters.exists(Fact.ACCOUNT));
        List<FactCounts.Part> parts = new ArrayList<>(userParts(Filter.not(account)));
        parts.addAll(FactCounts.parts(Fact.ACCOUNT, account, found -> found.get(0)));
        parts.add(nobody(Filter.all(
                Filter.not(FactFilters.exists(Fact.LOGIN_USER)), Filter.not(FactFilters.exists(Fact.ACCOUNT)))));
        return counts.tally(parts, false);
    }

    /** Counts accounts, -2 where there is none. */
    Tally accounts() {
        Filter all = new Filter.Everything();
        List<FactCounts.Part> parts = new ArrayList<>(FactCounts.parts(Fact.ACCOUNT, all, found -> found.get(0)));
        parts.add(nobody(Filter.not(FactFilters.exists(Fact.ACCOUNT))));
        return counts.tally(parts, false);
    }

    /** The events' type is what all of them have. */
    private FactCounts.Part nobody(Filter where) {
        String label = Measure.noAccount(words);
        return new FactCounts.Part(
                new ExactTerms.Question(where, List.of("event.module"), true), false, found -> label);
    }

    private List<FactCounts.Part> userParts(Filter where) {
        if (!words.names()) {
            return FactCounts.parts(
                    Fact.LOGIN_USER, where, found -> Integer.toString(Integer.parseUnsignedInt(found.get(0))));
        }
        Map<Long, String> names = names(where);
        FactCounts.Label label = found -> {
            String name = found.size() > 1 ? found.get(1) : "";
            return name.isEmpty() ? Words.user(Integer.parseUnsignedInt(found.get(0)), new Known(names)) : name;
        };
        Filter plain = Filter.all(where, FactFilters.inSchema(Fact.LOGIN_USER));
        String field = Fact.LOGIN_USER.field();
        List<FactCounts.Part> parts = new ArrayList<>(FactCounts.parts(Fact.LOGIN_USER, where, label));
        if (field != null) {
            parts.set(0, new FactCounts.Part(new ExactTerms.Question(plain, List.of(field, NAME), true), false, label));
        }
        return parts;
    }

    private Map<Long, String> names(Filter where) {
        String field = Fact.LOGIN_USER.field();
        Map<Long, String> names = new HashMap<>();
        if (field != null) {
            counts.ask(new ExactTerms.Question(Filter.all(where, new Filter.Exists(NAME)), List.of(field, NAME), false))
                    .terms()
                    .forEach(term -> names.putIfAbsent(
                            Long.parseLong(term.values().get(0)), term.values().get(1)));
        }
        return names;
    }

    /** Names of users that documents have. */
    private record Known(Map<Long, String> names) implements Identities {

        @Override
        public @Nullable String user(long uid) {
            return names.get(uid);
        }

        @Override
        public @Nullable String group(long gid) {
            return null;
        }
    }
}
