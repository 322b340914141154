package dev.aulens.interpret;

import dev.aulens.TableResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The architectures that the tables know, from the table {@code architectures.tsv}. */
public final class Architectures {

    /** Other names of architectures, mostly what uname(1) prints. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("i486", "i386"),
            Map.entry("i586", "i386"),
            Map.entry("i686", "i386"),
            Map.entry("amd64", "x86_64"),
            Map.entry("arm", "armeb"),
            Map.entry("armv5tejl", "armeb"),
            Map.entry("armv5tel", "armeb"),
            Map.entry("armv6l", "armeb"),
            Map.entry("armv7l", "armeb"),
            Map.entry("armv8l", "aarch64"));

    private static final Map<String, String> OF_32_BITS =
            Map.of("x86_64", "i386", "aarch64", "armeb", "ppc64", "ppc", "s390x", "s390", "riscv64", "riscv32");

    private final List<Architecture> all;
    private final @Nullable Architecture local;

    private Architectures(List<Architecture> all, String local) {
        this.all = all;
        this.local = named(local);
    }

    /** Reads the table; the tables of system calls are read when they are used. */
    public static Architectures load() {
        return load(Edition.AUSEARCH_4);
    }

    /** Reads the table; system calls have the names that an edition knows. */
    static Architectures load(Edition edition) {
        List<Architecture> all = new ArrayList<>();
        for (List<String> row : TableResource.rows(Architectures.class, "tables/architectures.tsv")) {
            all.add(new Architecture(Long.decode(row.get(0)), row.get(1), edition.table("syscall-" + row.get(2))));
        }
        return new Architectures(List.copyOf(all), System.getProperty("os.arch", ""));
    }

    /** Returns all architectures. */
    public List<Architecture> all() {
        return all;
    }

    /** Returns the architecture that this program runs on, null if the tables do not know it. */
    public @Nullable Architecture local() {
        return local;
    }

    /** Returns the architecture of an AUDIT_ARCH value, null if it is not known. */
    public @Nullable Architecture of(long value) {
        for (Architecture architecture : all) {
            if (architecture.value() == value) {
                return architecture;
            }
        }
        return null;
    }

    /**
     * Returns the architecture that a word means.
     *
     * @param word in any case: a name, another name of it ({@code i686}, {@code armv7l}), {@code b64} or {@code b32}
     *     (this machine's architecture of that many bits), or an AUDIT_ARCH value in hex, with or without 0x
     */
    public Optional<Architecture> find(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        if (name.equals("b64")) {
            return Optional.ofNullable(local).filter(Architecture::is64Bit);
        }
        if (name.equals("b32")) {
            return Optional.ofNullable(local)
                    .map(machine -> machine.is64Bit() ? named(OF_32_BITS.getOrDefault(machine.name(), "")) : machine);
        }
        Architecture named = named(name);
        return named != null ? Optional.of(named) : Optional.ofNullable(ofHex(name));
    }

    private @Nullable Architecture named(String name) {
        String canonical = ALIASES.getOrDefault(name, name);
        for (Architecture architecture : all) {
            if (architecture.name().equals(canonical)) {
                return architecture;
            }
        }
        return null;
    }

    private @Nullable Architecture ofHex(String word) {
        String digits = word.startsWith("0x") ? word.substring(2) : word;
        if (digits.isEmpty() || digits.length() > 8) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            value = value * 16 + digit;
        }
        return of(value);
    }
}
