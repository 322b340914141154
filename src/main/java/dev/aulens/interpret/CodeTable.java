package dev.aulens.interpret;

import dev.aulens.TableResource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers and their names, as {@code errno} or the system calls of an architecture.
 *
 * <p>It is a resource, {@code tables/NAME.tsv}: a number (decimal, or hex after 0x), a tab, a name; in ascending order
 * of the numbers as unsigned ones. Lines that begin with {@code #} say where it comes from. The resource is read when
 * the table is first used, so a program that needs one table reads one. Safe for use by several threads.
 */
public final class CodeTable {

    private static final int MOST_DIRECT = 4096;
    private static final String NO_NAME = "-";

    private final String resource;
    private final int column;
    private final @Nullable String amendments;
    private volatile @Nullable Content content;

    private CodeTable(String resource, int column, @Nullable String amendments) {
        this.resource = resource;
        this.column = column;
        this.amendments = amendments;
    }

    /** Returns the table {@code tables/NAME.tsv}. */
    public static CodeTable of(String name) {
        return of(name, 1);
    }

    /** Returns the table whose names stand in that column of {@code tables/NAME.tsv}; the numbers are column 0. */
    static CodeTable of(String name, int column) {
        return new CodeTable("tables/" + name + ".tsv", column, null);
    }

    /**
     * Returns the table {@code tables/NAME.tsv}, but with the rows of {@code tables/FOLDER/NAME.tsv}, if that is there,
     * in the place of those with the same numbers. A row whose name is {@code -} takes the number's name away.
     */
    static CodeTable amended(String name, String folder) {
        return new CodeTable("tables/" + name + ".tsv", 1, "tables/" + folder + "/" + name + ".tsv");
    }

    /** Returns the name of a number, null if the table has none. */
    public @Nullable String name(long code) {
        return content().name(code);
    }

    /** Returns the first number of that name in any case, -1 if the table does not have it. */
    public long code(String name) {
        Content all = content();
        for (int i = 0; i < all.names.length; i++) {
            if (all.names[i].equalsIgnoreCase(name)) {
                return all.codes[i];
            }
        }
        return -1;
    }

    /** Returns how many rows the table has. */
    public int size() {
        return content().codes.length;
    }

    /** Returns the number in row {@code i}. */
    public long codeAt(int i) {
        return content().codes[i];
    }

    /** Returns the name in row {@code i}. */
    public String nameAt(int i) {
        return content().names[i];
    }

    private Content content() {
        Content read = content;
        if (read == null) {
            read = read();
            content = read;
        }
        return read;
    }

    private Content read() {
        Map<Long, String> amended = amendments == null ? Map.of() : amendments(amendments);
        List<String> lines = TableResource.lines(CodeTable.class, resource);
        long[] codes = new long[lines.size()];
        String[] names = new String[lines.size()];
        int count = 0;
        for (String line : lines) {
            int tab = line.indexOf('\t');
            long code = Long.decode(line.substring(0, tab));
            String name = amended.isEmpty() ? null : amended.get(code);
            if (!NO_NAME.equals(name)) {
                codes[count] = code;
                names[count++] = name == null ? column(line, tab) : name;
            }
        }
        return new Content(Arrays.copyOf(codes, count), Arrays.copyOf(names, count));
    }

    private static Map<Long, String> amendments(String resource) {
        Map<Long, String> names = new HashMap<>();
        for (String line : TableResource.linesIfAny(CodeTable.class, resource)) {
            int tab = line.indexOf('\t');
            names.put(Long.decode(line.substring(0, tab)), line.substring(tab + 1));
        }
        return names;
    }

    private String column(String line, int firstTab) {
        int from = firstTab + 1;
        for (int i = 1; i < column; i++) {
            from = line.indexOf('\t', from) + 1;
        }
        int to = line.indexOf('\t', from);
        return to < 0 ? line.substring(from) : line.substring(from, to);
    }

    /** The rows; small numbers, which are most, are found without a search. */
    private static final class Content {

        final long[] codes;
        final String[] names;
        final @Nullable String[] direct;

        Content(long[] codes, String[] names) {
            this.codes = codes;
            this.names = names;
            int small = 0;
            while (small < codes.length && codes[small] < MOST_DIRECT) {
                small++;
            }
            direct = new @Nullable String[small == 0 ? 0 : (int) codes[small - 1] + 1];
            for (int i = small - 1; i >= 0; i--) {
                direct[(int) codes[i]] = names[i];
            }
        }

        @Nullable
        String name(long code) {
            if (code >= 0 && code < direct.length) {
                return direct[(int) code];
            }
            int i = Arrays.binarySearch(codes, code);
            return i < 0 ? null : names[i];
        }
    }
}
