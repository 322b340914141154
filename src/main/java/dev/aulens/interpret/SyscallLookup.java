package dev.aulens.interpret;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers what ausyscall(8) answers: the number of a system call, or its name, on an architecture.
 *
 * <p>Words come in any order: one that begins with a digit is a number, one that names an architecture is that, {@code
 * --dump} and {@code --exact} are options, another one is a name or a part of it.
 */
public final class SyscallLookup {

    private static final int MOST_WORDS = 3;
    private static final int MOST_SEARCHED = 1400;
    private static final int MOST_DUMPED = 8192;
    private static final int NAME_WIDTH = 18;
    private static final int MOST_DIGITS = 18;
    private static final String USAGE = "usage: ausyscall [arch] name | number | --dump | --exact\n";

    private final Architectures architectures;
    private final StringBuilder notes = new StringBuilder();

    private @Nullable Architecture architecture;
    private @Nullable String name;
    private int number = -1;
    private boolean dump;
    private boolean exact;

    private SyscallLookup(Architectures architectures) {
        this.architectures = architectures;
    }

    /**
     * The answer.
     *
     * @param status 0 if something was found, else 1
     * @param output for standard output
     * @param errors for standard error
     */
    public record Answer(int status, String output, String errors) {}

    /** Answers the words of a command line. */
    public static Answer answer(List<String> words) {
        return new SyscallLookup(Architectures.load()).run(words);
    }

    private Answer run(List<String> words) {
        if (words.size() > MOST_WORDS) {
            return failed("Too many arguments\n" + USAGE);
        }
        if (words.isEmpty()) {
            return failed(USAGE);
        }
        for (String word : words) {
            String error = take(word, words.size());
            if (error != null) {
                return failed(error);
            }
        }
        Architecture machine = architecture != null ? architecture : architectures.local();
        if (machine == null) {
            return failed("Unable to detect machine type\n");
        }
        return dump ? dump(machine) : lookup(machine);
    }

    /** Takes a word; returns what is wrong with it, null if nothing is. */
    private @Nullable String take(String word, int words) {
        if (!word.isEmpty() && Character.digit(word.charAt(0), 10) >= 0) {
            if (number != -1) {
                return "Two syscall numbers not allowed\n" + USAGE;
            }
            number = number(word);
            return null;
        }
        Architecture machine = machine(word, words);
        if (machine != null) {
            if (architecture != null) {
                return "Two machine types not allowed\n" + USAGE;
            }
            architecture = machine;
            return null;
        }
        switch (word) {
            case "--dump" -> dump = true;
            case "--exact" -> exact = true;
            case "ia64" -> notes.append("IA64 processor support is deprecated\n");
            case "alpha" -> {
                return "Alpha processor support is deprecated\n";
            }
            default -> {
                if (name != null) {
                    return "Two syscall names not allowed\n" + USAGE;
                }
                name = word;
            }
        }
        return null;
    }

    /** The table of io_uring is no architecture, and so a name if it stands alone. */
    private @Nullable Architecture machine(String word, int words) {
        if (word.equals("uring")) {
            return words > 1 ? new Architecture(0, word, CodeTable.of("syscall-uring")) : null;
        }
        return architectures.find(word).orElse(null);
    }

    private Answer dump(Architecture machine) {
        StringBuilder output =
                new StringBuilder("Using ").append(machine.name()).append(" syscall table:\n");
        CodeTable table = machine.syscalls();
        for (int i = 0; i < table.size() && table.codeAt(i) < MOST_DUMPED; i++) {
            output.append(table.codeAt(i)).append('\t').append(table.nameAt(i)).append('\n');
        }
        return found(output);
    }

    private Answer lookup(Architecture machine) {
        if (name != null) {
            return exact ? exactly(name, machine) : containing(name, machine);
        }
        if (number == -1) {
            return failed("Error - either a syscall name or number must be given with an optional arch\n");
        }
        String found = machine.syscall(number);
        return found == null
                ? unknown(Integer.toString(number), machine)
                : found(new StringBuilder(found).append('\n'));
    }

    private Answer exactly(String wanted, Architecture machine) {
        long code = machine.syscalls().code(wanted);
        return code < 0
                ? unknown(wanted, machine)
                : found(new StringBuilder().append(code).append('\n'));
    }

    private Answer containing(String part, Architecture machine) {
        String wanted = part.toLowerCase(Locale.ROOT);
        StringBuilder output = new StringBuilder();
        CodeTable table = machine.syscalls();
        for (int i = 0; i < table.size() && table.codeAt(i) < MOST_SEARCHED; i++) {
            String candidate = table.nameAt(i);
            if (candidate.toLowerCase(Locale.ROOT).contains(wanted)) {
                output.append(candidate);
                for (int width = candidate.length(); width < NAME_WIDTH; width++) {
                    output.append(' ');
                }
                output.append(' ').append(table.codeAt(i)).append('\n');
            }
        }
        return output.isEmpty() ? unknown(part, machine) : found(output);
    }

    /** Returns the number that the word begins with, as an int: the low 32 bits, of too large ones all set. */
    private static int number(String word) {
        long value = 0;
        for (int i = 0; i < word.length() && Character.digit(word.charAt(i), 10) >= 0; i++) {
            if (i == MOST_DIGITS) {
                return -1;
            }
            value = value * 10 + Character.digit(word.charAt(i), 10);
        }
        return (int) value;
    }

    private Answer found(StringBuilder output) {
        return new Answer(0, output.toString(), notes.toString());
    }

    private Answer unknown(String what, Architecture machine) {
        return failed("Unknown syscall " + what + " using " + machine.name() + " lookup table\n");
    }

    private Answer failed(String message) {
        return new Answer(1, "", notes + message);
    }
}
