package dev.aulens.query.options;

import dev.aulens.interpret.Architecture;
import dev.aulens.interpret.Architectures;
import dev.aulens.interpret.CodeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Names of this machine: its passwd(5) and group(5) files, and the audit system's tables. Read only when asked. */
public final class LocalNames implements KnownNames {

    private final Path passwd;
    private final Path groups;
    private @Nullable Architectures architectures;

    /**
     * @param passwd in the form of passwd(5)
     * @param groups in the form of group(5)
     */
    public LocalNames(Path passwd, Path groups) {
        this.passwd = passwd;
        this.groups = groups;
    }

    /** Returns the names of this machine. */
    public static LocalNames ofThisMachine() {
        return new LocalNames(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    @Override
    public OptionalLong user(String name) {
        return id(passwd, name);
    }

    @Override
    public OptionalLong group(String name) {
        return id(groups, name);
    }

    @Override
    public OptionalInt errno(String name) {
        long number = CodeTable.of("errno").code(name);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    @Override
    public boolean isSyscall(String name) {
        for (Architecture architecture : architectures().all()) {
            if (architecture.syscalls().code(name) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> arch(String text) {
        return architectures().find(text).map(Architecture::name);
    }

    private Architectures architectures() {
        Architectures loaded = architectures;
        if (loaded == null) {
            loaded = Architectures.load();
            architectures = loaded;
        }
        return loaded;
    }

    /** A file that cannot be read knows no names, as for getpwnam(3). */
    private static OptionalLong id(Path file, String name) {
        String start = name + ":";
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                if (!name.isEmpty() && line.startsWith(start)) {
                    return id(line);
                }
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** Returns the third of the fields {@code name:password:id:...}. */
    private static OptionalLong id(String line) {
        int from = line.indexOf(':', line.indexOf(':') + 1) + 1;
        int to = line.indexOf(':', from);
        return from == 0 || to < 0 ? OptionalLong.empty() : Numbers.unsigned(line.substring(from, to));
    }
}
