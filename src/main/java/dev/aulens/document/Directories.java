package dev.aulens.document;

import dev.aulens.TableResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which arguments of a system call hold the directories that its paths are below: a row of {@code directories.tsv}.
 *
 * @param old the place of the argument for the call's path, of a call with two for the old one
 * @param created the place of the argument for the new path
 */
record Directories(int old, int created) {

    private static final long AT_FDCWD = -100; // linux/fcntl.h

    /** Returns the rows by the names of the calls. */
    static Map<String, Directories> load() {
        Map<String, Directories> byCall = new HashMap<>();
        for (List<String> row : TableResource.rows(Directories.class, "directories.tsv")) {
            byCall.put(row.get(0), new Directories(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))));
        }
        return byCall;
    }

    /** Returns whether only the process knows the directory of the call's path, or of its old one, by a descriptor. */
    boolean isOldForeign(SystemCall call) {
        return isDescriptor(call.argument(old));
    }

    /** Returns the same of the new path's directory. */
    boolean isNewForeign(SystemCall call) {
        return isDescriptor(call.argument(created));
    }

    private static boolean isDescriptor(long directory) {
        return directory != Values.NONE && (int) directory != AT_FDCWD;
    }
}
