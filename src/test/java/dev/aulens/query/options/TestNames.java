package dev.aulens.query.options;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A machine with root and alice, group wheel, x86_64. */
final class TestNames implements KnownNames {

    @Override
    public OptionalLong user(String name) {
        return name.equals("root")
                ? OptionalLong.of(0)
                : name.equals("alice") ? OptionalLong.of(1000) : OptionalLong.empty();
    }

    @Override
    public OptionalLong group(String name) {
        return name.equals("wheel") ? OptionalLong.of(10) : OptionalLong.empty();
    }

    @Override
    public OptionalInt errno(String name) {
        return name.equals("EACCES") ? OptionalInt.of(13) : OptionalInt.empty();
    }

    @Override
    public boolean isSyscall(String name) {
        return name.equals("openat");
    }

    @Override
    public Optional<String> arch(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "x86_64", "b64", "c000003e", "0xc000003e" -> Optional.of("x86_64");
            case "i386", "b32" -> Optional.of("i386");
            default -> Optional.empty();
        };
    }
}
