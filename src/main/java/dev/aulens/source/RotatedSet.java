package dev.aulens.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of one log: the one that is written to, and those that rotation has put aside beside it as {@code FILE.N},
 * where a higher N is older; a compressed one may end in {@code .gz} or alike.
 */
final class RotatedSet {

    private RotatedSet() {}

    /**
     * Returns the files that are there, oldest first.
     *
     * @param log the file that is written to; it does not have to be there
     * @throws IOException if its folder cannot be listed
     */
    static List<Path> of(Path log) throws IOException {
        String name = String.valueOf(log.getFileName());
        try (Stream<Path> files = Files.list(folder(log))) {
            return files.filter(file -> rotation(name, file) >= 0 && Files.isRegularFile(file))
                    .map(file -> file.getFileName().toString())
                    .sorted(Comparator.<String>comparingInt(file -> rotation(name, Path.of(file)))
                            .reversed()
                            .thenComparing(Comparator.reverseOrder()))
                    .map(log::resolveSibling)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns whether a file is one of the set, or would be if it existed.
     *
     * @param log as above; its folder does not have to be there; a folder itself holds nothing
     * @throws IOException if the folder cannot be listed
     */
    static boolean holds(Path log, Path file) throws IOException {
        if (Files.isDirectory(log) || !Files.isDirectory(folder(log))) {
            return false;
        }
        Path folder = folder(log);
        boolean named = rotation(String.valueOf(log.getFileName()), file) >= 0;
        if (named && Files.isDirectory(folder(file)) && Files.isSameFile(folder, folder(file))) {
            return true;
        }
        if (Files.exists(file)) {
            for (Path each : of(log)) {
                if (Files.isSameFile(each, file)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    /** Returns N of {@code FILE.N}, 0 of the file itself, -1 of any other file. */
    private static int rotation(String log, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(log)) {
            return -1;
        }
        String rest = name.substring(log.length());
        int digits = rest.startsWith(".") ? 1 : 0;
        int number = 0;
        while (digits > 0 && digits < rest.length() && Character.isDigit(rest.charAt(digits)) && digits < 9) {
            number = number * 10 + (rest.charAt(digits++) - '0');
        }
        String suffix = digits > 1 ? rest.substring(digits) : rest;
        return suffix.isEmpty() || List.of(".gz", ".xz", ".zst", ".bz2").contains(suffix) ? number : -1;
    }
}
