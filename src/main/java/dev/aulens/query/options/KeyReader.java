package dev.aulens.query.options;

import dev.aulens.query.Filter;

/** Reads a rule's key. A part of {@code (null)} finds system calls without a key too: that is how the kernel logs them. */
record KeyReader(String field) implements ConditionTable.Reader {

    private static final String NONE = "(null)";

    @Override
    public Condition read(String word) {
        Condition key = Conditions.text(word, field);
        return wholeWords -> {
            boolean none = wholeWords ? NONE.equals(word) : NONE.contains(word);
            return none
                    ? Filter.any(
                            key.filter(wholeWords),
                            Filter.all(
                                    new Filter.Term("auditd.record_types", "SYSCALL"),
                                    Filter.not(new Filter.Exists(field))))
                    : key.filter(wholeWords);
        };
    }
}
