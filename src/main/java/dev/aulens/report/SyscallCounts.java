package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.interpret.Interpreter;
import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import java.util.List;

/** Counts system calls by name at the server: the name of a number depends on the architecture. */
final class SyscallCounts {

    private static final String ARCHITECTURE = "auditd.data.arch";

    private final FactCounts counts;
    private final Interpreter interpreter;

    SyscallCounts(FactCounts counts, Interpreter interpreter) {
        this.counts = counts;
        this.interpreter = interpreter;
    }

    Tally tally() {
        String number = String.valueOf(Fact.SYSCALL.field());
        Filter calls = Filter.all(
                FactFilters.inSchema(Fact.SYSCALL),
                Filter.not(FactFilters.inReport(Fact.CALL_NAME)),
                Filter.not(new Filter.Term(number, "0")));
        List<String> fields = List.of(ARCHITECTURE, number);
        FactCounts.Part numbers = new FactCounts.Part(new ExactTerms.Question(calls, fields, true), false, this::name);
        FactCounts.Part carried = FactCounts.apart(Fact.CALL_NAME, new Filter.Everything(), found -> found.get(0));
        return counts.tally(List.of(numbers, carried), Tally.Order.LOG);
    }

    private String name(List<String> found) {
        return Words.syscall(interpreter.architecture(found.get(0)), Long.parseLong(found.get(1)));
    }
}
