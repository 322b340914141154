package dev.aulens.interpret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names and numbers of a passwd(5) or group(5) file: {@code name:password:number:...} a line.
 *
 * <p>Where two lines have one number, the first gives the name, as getpwuid(3) does. Lines of another form (comments,
 * NIS's {@code +}) are passed over.
 */
final class AccountFile {

    private final Map<Long, String> names;

    private AccountFile(Map<Long, String> names) {
        this.names = names;
    }

    /** @throws IOException if the file cannot be read */
    static AccountFile read(Path file) throws IOException {
        Map<Long, String> names = new HashMap<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().forEach(line -> add(line, names));
        return new AccountFile(names);
    }

    /** Returns the name of a number, null if the file has none. */
    @Nullable
    String name(long number) {
        return names.get(number);
    }

    private static void add(String line, Map<Long, String> names) {
        int name = line.indexOf(':');
        int password = name < 0 ? -1 : line.indexOf(':', name + 1);
        int number = password < 0 ? -1 : line.indexOf(':', password + 1);
        if (name > 0 && number > 0) {
            try {
                names.putIfAbsent(Long.parseLong(line.substring(password + 1, number)), line.substring(0, name));
            } catch (NumberFormatException e) {
                // No account: +::::: and comments have no number.
            }
        }
    }
}
