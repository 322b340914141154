package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads a system call. A name finds it on every architecture, whatever its number there; so does a number. */
record SyscallReader(KnownNames names) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        if (Numbers.looksLikeNumber(word)) {
            OptionalLong number = Numbers.unsigned(word);
            if (number.isPresent()) {
                return Conditions.value("auditd.data.syscall_number", Long.toString(number.getAsLong()));
            }
        }
        String name = word.toLowerCase(Locale.ROOT);
        if (!names.isSyscall(name)) {
            throw new WrongUsageException("Syscall " + word + " not found");
        }
        return Conditions.value("auditd.data.syscall", name);
    }
}
