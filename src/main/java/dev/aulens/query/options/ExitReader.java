package dev.aulens.query.options;

import dev.aulens.query.WrongUsageException;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Reads an exit code: a number (decimal, 0x hex, 0 octal) or the name of an error.
 *
 * <p>The kernel returns errors as negative numbers. {@code -EACCES} is -13. {@code EACCES} is +13 to ausearch, which
 * only a file descriptor or a count can be; here it is either.
 */
record ExitReader(KnownNames names) implements ConditionTable.Reader {

    private static final String FIELD = "auditd.data.exit_code";

    @Override
    public Condition read(String word) throws WrongUsageException {
        boolean negative = word.startsWith("-");
        String value = negative ? word.substring(1) : word;
        if (Numbers.looksLikeNumber(value)) {
            try {
                return Conditions.value(FIELD, Long.toString(Long.decode(word)));
            } catch (NumberFormatException e) {
                throw new WrongUsageException("Unknown errno, was " + word);
            }
        }
        OptionalInt errno = names.errno(value.toUpperCase(Locale.ROOT));
        if (errno.isEmpty()) {
            throw new WrongUsageException("Unknown errno, was " + word);
        }
        String code = Integer.toString(errno.getAsInt());
        return negative ? Conditions.value(FIELD, "-" + code) : Conditions.value(FIELD, "-" + code, code);
    }
}
