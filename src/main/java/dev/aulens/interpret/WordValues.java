package dev.aulens.interpret;

import dev.aulens.Parts;
import dev.aulens.record.AuditRecord;
import dev.aulens.record.Doubt;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields whose numbers {@code ausearch -i} prints as words, and the number that a word stands for. */
final class WordValues {

    private static final String UNKNOWN_ARCHITECTURE = "unknown-elf-type(";
    private static final String UNSET = "4294967295"; // (u32) -1

    private final Map<String, Kind> byName = new HashMap<>();
    /** Words that no document has: they leave nothing open, and are no numbers all the same. */
    private final Kind unused = new Kind(Doubt.VALUES, (record, word) -> isNumber(word) ? null : '"' + word + '"');

    private final Kind account = new Kind(Doubt.ACCOUNTS, (record, word) -> account(word));
    private final Kind argument = new Kind(Doubt.ARGUMENTS, this::argument);
    private final Architectures architectures = Architectures.load();
    private final CodeTable errors = CodeTable.of("errno");
    private final CodeTable signals = CodeTable.of("signal");

    /** Returns the number that a word stands for as the kernel writes it, null if that is not certain. */
    @FunctionalInterface
    private interface Inverse {
        @Nullable
        String number(AuditRecord record, String word);
    }

    /**
     * How the words of a field are read.
     *
     * @param doubt what a word leaves open that no number is known of
     */
    record Kind(Doubt doubt, Inverse inverse) {

        @Nullable
        String restore(AuditRecord record, String word) {
            return inverse.number(record, word);
        }

        /** Returns whether the kernel may have written that: of arguments it prints no number that is not hex. */
        boolean isNumber(String word) {
            return doubt != Doubt.ARGUMENTS && WordValues.isNumber(word);
        }
    }

    WordValues() {
        values((record, word) -> architecture(word), "arch");
        values(this::syscall, "syscall");
        values((record, word) -> exit(word), "exit");
        values((record, word) -> word.equals("unset") ? UNSET : null, "ses", "old-ses");
        values((record, word) -> mode(word), "mode");
        values((record, word) -> oneOf(word, "no", "0", "yes", "1"), "res", "result");
        values((record, word) -> oneOf(word, "no", "0", "yes", "256"), "prom", "old_prom"); // IFF_PROMISC
        values((record, word) -> oneOf(word, "allow", "1", "deny", "2"), "resp"); // FAN_ALLOW, FAN_DENY
        values((record, word) -> word.equals("audit-netlink-multicast") ? "1" : null, "nl-mcgrp");
        values(inverse("signal"), "sig", "sigev_signo");
        values(inverse("capability"), "capability");
        values(inverse("list"), "list");
        values(inverse("nfproto"), "family");
        values(inverse("icmptype"), "icmptype");
        values(inverse("ipproto"), "proto");
        Inverse none = (record, word) -> null; // words that leave bits out, or stand for several numbers
        CapabilityFields.NAMES.forEach(name -> values(none, name));
        values(
                none,
                "flags",
                "oflag",
                "resolve",
                "code",
                "per",
                "perm",
                "perm_mask",
                "hook",
                "action",
                "macproto",
                "ioctlcmd",
                "data");
    }

    private void values(Inverse inverse, String... names) {
        for (String name : names) {
            byName.put(name, new Kind(Doubt.VALUES, inverse));
        }
    }

    private static Inverse inverse(String table) {
        CodeTable codes = CodeTable.of(table);
        return (record, word) -> {
            long code = codes.code(word);
            return code < 0 ? null : Long.toString(code);
        };
    }

    /** Returns how a field's words are read, null if its value is what the kernel wrote. */
    @Nullable
    Kind kind(AuditRecord record, int field) {
        String name = record.name(field);
        if (AccountField.of(record, field) != null) {
            return account;
        }
        String type = record.type().name();
        if (isArgument(name)) {
            return type.equals("EXECVE") ? null : argument;
        }
        boolean fingerprint = type.equals("CRYPTO_KEY_USER") && name.equals("fp");
        if (type.equals("PATH") && name.startsWith("cap_")) {
            return unused;
        }
        return fingerprint ? null : byName.get(name);
    }

    /** Returns whether a value is made up: of an architecture that it does not know, ausearch prints its machine's calls. */
    static boolean isGuess(AuditRecord record, int field) {
        String arch = record.get("arch");
        return record.name(field).equals("syscall")
                && arch != null
                && arch.startsWith(UNKNOWN_ARCHITECTURE)
                && !record.value(field).startsWith("unknown-syscall(");
    }

    private static boolean isArgument(String name) {
        return name.length() == 2 && name.charAt(0) == 'a' && name.charAt(1) >= '0' && name.charAt(1) <= '3';
    }

    /** Returns whether a value is a number as it stands, as the kernel prints them. */
    private static boolean isNumber(String word) {
        int from = word.startsWith("-") ? 1 : 0;
        boolean hex = word.startsWith("0x", from);
        from += hex ? 2 : 0;
        for (int i = from; i < word.length(); i++) {
            if (Character.digit(word.charAt(i), hex ? 16 : 10) < 0) {
                return false;
            }
        }
        return from < word.length();
    }

    private static @Nullable String account(String word) {
        if (word.equals("root")) {
            return "0";
        }
        if (word.equals("unset") || word.equals("-1")) {
            return UNSET;
        }
        if (word.startsWith("unknown(") && word.endsWith(")")) {
            String number = word.substring("unknown(".length(), word.length() - 1);
            return isNumber(number) && number.length() <= 11
                    ? Long.toString(Long.parseLong(number) & 0xFFFF_FFFFL)
                    : null;
        }
        return null;
    }

    private @Nullable String architecture(String word) {
        if (word.startsWith(UNKNOWN_ARCHITECTURE) && word.endsWith(")")) {
            return word.substring(UNKNOWN_ARCHITECTURE.length(), word.length() - 1);
        }
        for (Architecture architecture : architectures.all()) {
            if (architecture.name().equals(word)) {
                return Long.toHexString(architecture.value());
            }
        }
        return null;
    }

    private @Nullable String syscall(AuditRecord record, String word) {
        int bracket = word.indexOf('(');
        if (word.startsWith("unknown-syscall(") && word.endsWith(")")) {
            return word.substring(bracket + 1, word.length() - 1);
        }
        String arch = record.get("arch");
        Architecture architecture =
                arch == null ? null : architectures.find(arch).orElse(null);
        if (architecture == null) {
            return null;
        }
        long code = architecture.syscalls().code(bracket < 0 ? word : word.substring(0, bracket));
        return code < 0 ? null : Long.toString(code);
    }

    /** {@code ENOENT(No such file or directory)}, {@code (null)(Unknown error 512)}, of old versions {@code -2(...)}. */
    private @Nullable String exit(String word) {
        int bracket = word.indexOf('(');
        if (bracket < 0) {
            return null;
        }
        String error = word.substring(0, bracket);
        if (isNumber(error)) {
            return error;
        }
        if (error.isEmpty()) {
            int from = word.endsWith(")") ? word.length() - 1 : word.length();
            int to = from;
            while (from > 0 && word.charAt(from - 1) >= '0' && word.charAt(from - 1) <= '9') {
                from--;
            }
            return from == to || to - from > 10 ? null : "-" + word.substring(from, to);
        }
        long code = errors.code(error);
        return code < 0 ? null : "-" + code;
    }

    /** {@code file,suid,755} as the kernel's {@code %#ho}: {@code 0104755}. */
    private static @Nullable String mode(String word) {
        int mode = 0;
        for (String part : Parts.of(word, ',')) {
            int bits = modeBits(part);
            if (bits < 0) {
                return null;
            }
            mode |= bits;
        }
        return mode == 0 ? "0" : String.format(Locale.ROOT, "0%o", mode);
    }

    /** Returns what a word of a mode stands for, negative if that is not known. */
    private static int modeBits(String word) {
        FileType type = FileType.ofInterpreted(word);
        if (type != null) {
            return type.bits();
        }
        return switch (word) {
            case "suid" -> FileMode.SET_UID;
            case "sgid" -> FileMode.SET_GID;
            case "sticky" -> FileMode.STICKY;
            default -> octal(word);
        };
    }

    private static int octal(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 7 || i > 6) {
                return -1;
            }
            number = number * 8 + digit;
        }
        return digits.isEmpty() ? -1 : number;
    }

    private @Nullable String argument(AuditRecord record, String word) {
        if (word.startsWith("0x") && isNumber(word)) {
            return word.substring(2);
        }
        if (word.startsWith("SIG") && signals.code(word) >= 0) {
            return Long.toHexString(signals.code(word));
        }
        return oneOf(word, "EXIT_SUCCESS", "0", "EXIT_FAILURE", "1");
    }

    private static @Nullable String oneOf(String word, String one, String itsNumber, String two, String number) {
        return word.equals(one) ? itsNumber : word.equals(two) ? number : null;
    }
}
