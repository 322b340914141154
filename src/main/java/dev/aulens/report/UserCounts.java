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

/** Counts users at the server. Their names are those that the documents have: one user may have several names. */
final class UserCounts {

    private final FactCounts counts;
    private final Words words;

    UserCounts(FactCounts counts, Words words) {
        this.counts = counts;
        this.words = words;
    }

    /** Counts login users. */
    Tally users(Filter where) {
        return counts.tally(userParts(where), Tally.Order.LOG);
    }

    /** Counts who logged in: the login user, the account where there is none, -2 where there is neither. */
    Tally logins() {
        Filter unset = Filter.any(
                FactFilters.equal(Fact.LOGIN_USER, Names.UNSET), Filter.not(FactFilters.exists(Fact.LOGIN_USER)));
        Filter account = Filter.all(unset, FactFilters.exists(Fact.ACCOUNT));
        List<FactCounts.Part> parts = new ArrayList<>(userParts(Filter.not(account)));
        parts.addAll(FactCounts.parts(Fact.ACCOUNT, account, found -> found.get(0)));
        parts.add(nobody(Filter.all(
                Filter.not(FactFilters.exists(Fact.LOGIN_USER)), Filter.not(FactFilters.exists(Fact.ACCOUNT)))));
        return counts.tally(parts, Tally.Order.LOG);
    }

    /** Counts accounts, -2 where there is none. */
    Tally accounts() {
        Filter all = new Filter.Everything();
        List<FactCounts.Part> parts = new ArrayList<>(FactCounts.parts(Fact.ACCOUNT, all, found -> found.get(0)));
        parts.add(nobody(Filter.not(FactFilters.exists(Fact.ACCOUNT))));
        return counts.tally(parts, Tally.Order.LOG);
    }

    /** The events' type is what all of them have. */
    private FactCounts.Part nobody(Filter where) {
        String label = Measure.noAccount(words);
        return new FactCounts.Part(
                new ExactTerms.Question(where, List.of("event.module"), true), false, found -> label);
    }

    private List<FactCounts.Part> userParts(Filter where) {
        if (!words.names()) {
            return FactCounts.parts(Fact.LOGIN_USER, where, found -> Integer.toString(Fact.user(found.get(0))));
        }
        String field = String.valueOf(Fact.LOGIN_USER.field());
        Filter named = Filter.all(where, FactFilters.inSchema(Fact.LOGIN_USER));
        Identities known = known(where, field);
        FactCounts.Label ownName = found -> {
            String name = found.get(1);
            return name.isEmpty() ? user(found, Identities.none()) : name;
        };
        return List.of(
                new FactCounts.Part(
                        new ExactTerms.Question(named, List.of(field, Names.LOGIN_NAME), true), false, ownName),
                FactCounts.apart(Fact.LOGIN_USER, where, found -> user(found, known)));
    }

    private static String user(List<String> found, Identities names) {
        return Words.user(Fact.user(found.get(0)), names);
    }

    /** Returns the names of users who have one and the same in all documents. */
    private Known known(Filter where, String field) {
        Map<Long, String> names = new HashMap<>();
        counts.ask(new ExactTerms.Question(
                        Filter.all(where, new Filter.Exists(field), new Filter.Exists(Names.LOGIN_NAME)),
                        List.of(field, Names.LOGIN_NAME),
                        false))
                .terms()
                .forEach(term -> names.merge(
                        Integer.toUnsignedLong(Fact.user(term.values().get(0))),
                        term.values().get(1),
                        (one, other) -> one.equals(other) ? one : ""));
        names.values().removeIf(String::isEmpty);
        return new Known(names);
    }

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
