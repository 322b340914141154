package dev.aulens.report;

import dev.aulens.facts.Fact;
import dev.aulens.interpret.Interpreter;
import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import java.util.ArrayList;
import java.util.List;

/** Counts system calls by name at the server: the name of a number depends on the architecture. */
final class SyscallCounts {

    private static final String ARCHITECTURE = "auditd.data.arch";
    private static final String FIRST_ARGUMENT = "auditd.data.a0";
    private static final String NONE = "?";
    private static final int MOST_CALLS = 32;

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
        List<Filter> multiplexed = new ArrayList<>();
        List<FactCounts.Part> parts = new ArrayList<>();
        for (ExactTerms.Term term :
                counts.ask(new ExactTerms.Question(calls, fields, false)).terms()) {
            String name = name(term.values());
            if (name.equals("socketcall") || name.equals("ipc")) {
                Filter call = Filter.all(
                        new Filter.Term(ARCHITECTURE, term.values().get(0)),
                        new Filter.Term(number, term.values().get(1)));
                multiplex(call, name, fields, multiplexed, parts);
            }
        }
        Filter rest = multiplexed.isEmpty() ? calls : Filter.all(calls, Filter.not(Filter.any(multiplexed)));
        parts.add(new FactCounts.Part(new ExactTerms.Question(rest, fields, true), false, this::name));
        parts.addAll(FactCounts.parts(Fact.CALL_NAME, new Filter.Everything(), found -> found.get(0)));
        return counts.tally(parts, false);
    }

    /** The number of the call that another one stands for is its first argument. */
    private void multiplex(
            Filter call, String name, List<String> fields, List<Filter> multiplexed, List<FactCounts.Part> parts) {
        for (int i = 1; i < MOST_CALLS; i++) {
            String meant = interpreter.multiplexedName(name, i);
            if (meant != null) {
                Filter one = Filter.all(call, new Filter.Term(FIRST_ARGUMENT, Integer.toHexString(i)));
                String label = name + "(" + meant + ")";
                multiplexed.add(one);
                parts.add(new FactCounts.Part(new ExactTerms.Question(one, fields, true), false, found -> label));
            }
        }
    }

    private String name(List<String> found) {
        if (!interpreter.isArchitecture(found.get(0))) {
            return NONE;
        }
        String name = interpreter.syscallName(found.get(0), Long.parseLong(found.get(1)));
        return name == null ? found.get(1) : name;
    }
}
