package dev.aulens.report;

import dev.aulens.event.AuditEvent;
import dev.aulens.facts.EventFacts;
import dev.aulens.facts.Fact;
import dev.aulens.facts.Success;
import dev.aulens.query.Filter;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on events, to be asked of the facts of one event or of the index.
 *
 * @param test asks the facts
 * @param filter asks the index; it is given the known record types
 */
record EventCondition(Predicate<EventFacts> test, Function<RecordTypes, Filter> filter) {

    private static final String TYPES = "auditd.record_types";
    private static final String FIRST_TYPE = "auditd.message_type";

    /** Every event. */
    static EventCondition all() {
        return new EventCondition(facts -> true, types -> new Filter.Everything());
    }

    /** Events with a record of one of the types. */
    static EventCondition types(int... numbers) {
        EventCondition any = range(numbers[0], numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            any = any.or(range(numbers[i], numbers[i]));
        }
        return any;
    }

    /** Events with a record whose type's number is between two. */
    static EventCondition range(int first, int last) {
        return new EventCondition(facts -> hasType(facts.event(), first, last), types -> names(types, first, last));
    }

    /** Events whose first record is of the type. */
    static EventCondition firstType(String name) {
        return new EventCondition(
                facts -> facts.type().is(name),
                types -> new Filter.Term(FIRST_TYPE, name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Events that have a fact. */
    static EventCondition has(Fact fact) {
        return new EventCondition(facts -> !fact.values(facts).isEmpty(), types -> FactFilters.exists(fact));
    }

    /** Events whose first key, in the order of the log, is one. */
    static EventCondition firstKey() {
        return new EventCondition(facts -> facts.firstKey() != null, types -> FactFilters.exists(Fact.KEY));
    }

    /** Events that tell of success or failure. */
    static EventCondition result(Success success) {
        return new EventCondition(
                facts -> facts.success() == success, types -> FactFilters.equal(Fact.RESULT, Fact.resultOf(success)));
    }

    /** Events of a system call with another number than 0, which is also what there is without a system call. */
    static EventCondition call() {
        return new EventCondition(
                facts -> facts.syscall() > 0,
                types ->
                        Filter.all(FactFilters.exists(Fact.SYSCALL), Filter.not(FactFilters.equal(Fact.SYSCALL, "0"))));
    }

    /** Events for which both hold. */
    EventCondition and(EventCondition other) {
        return new EventCondition(
                test.and(other.test), types -> Filter.all(filter.apply(types), other.filter.apply(types)));
    }

    /** Events for which one of both holds. */
    EventCondition or(EventCondition other) {
        return new EventCondition(
                test.or(other.test), types -> Filter.any(filter.apply(types), other.filter.apply(types)));
    }

    /** Events for which it does not hold. */
    EventCondition not() {
        return new EventCondition(test.negate(), types -> Filter.not(filter.apply(types)));
    }

    private static boolean hasType(AuditEvent event, int first, int last) {
        for (AuditRecord record : event.records()) {
            int number = record.type().number();
            if (number >= first && number <= last) {
                return true;
            }
        }
        return false;
    }

    private static Filter names(RecordTypes types, int first, int last) {
        List<Filter> names = new ArrayList<>(last - first + 1);
        for (int number = first; number <= last; number++) {
            names.add(new Filter.Term(TYPES, types.ofNumber(number).name()));
        }
        return Filter.any(names);
    }
}
