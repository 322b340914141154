package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import java.util.Locale;

/** Reads an architecture: a name, {@code b32}/{@code b64}, an ELF value. */
record ArchReader(KnownNames names) implements ConditionTable.Reader {

    @Override
    public Condition read(String word) throws WrongUsageException {
        String arch = names.arch(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new WrongUsageException("Unknown arch " + word));
        return Conditions.value("auditd.data.arch", arch);
    }
}
