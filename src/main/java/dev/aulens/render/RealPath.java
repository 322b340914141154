package dev.aulens.render;

import dev.aulens.interpret.Edition;
import dev.aulens.interpret.TextBuffer;

/** Makes names of files absolute, by their text alone: what the file system has there now says nothing about then. */
final class RealPath {

    private final boolean normalizesAllJoined;

    private RealPath(boolean normalizesAllJoined) {
        this.normalizesAllJoined = normalizesAllJoined;
    }

    /** Returns how an edition makes names absolute: 4.x leaves {@code .} and {@code //} alone unless the name goes up. */
    static RealPath of(Edition edition) {
        return new RealPath(edition == Edition.AUSEARCH_3);
    }

    /**
     * Makes a name absolute.
     *
     * <p>A name that is absolute already stays as it is unless it goes up ({@code ..}).
     *
     * @param directory where the name begins if it is relative; may be empty
     * @param name is changed
     */
    void resolve(TextBuffer directory, TextBuffer name) {
        byte[] bytes = name.toBytes();
        boolean absolute = bytes.length > 0 && bytes[0] == '/';
        if (!absolute && directory.length() == 0) {
            return;
        }
        if (!absolute) {
            name.clear();
            directory.appendTo(name);
            name.append('/').append(bytes, 0, bytes.length);
        }
        if (goesUp(name) || (!absolute && normalizesAllJoined)) {
            normalize(name);
        }
    }

    private static boolean goesUp(TextBuffer name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.byteAt(i) == '.' && name.byteAt(i - 1) == '.') {
                return true;
            }
        }
        return false;
    }

    /** Drops empty parts and {@code .}, and {@code ..} with the part before it; not behind the last name, as ausearch. */
    private static void normalize(TextBuffer path) {
        byte[] bytes = path.toBytes();
        path.clear();
        int end = 0;
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            if (isParent(bytes, from, to)) {
                end = lastSlash(path, end);
            } else if (isName(bytes, from, to)) {
                path.truncate(end);
                path.append('/').append(bytes, from, to);
                end = path.length();
            }
            from = to + 1;
        }
        if (path.length() == 0) {
            path.append('/');
        }
    }

    private static boolean isParent(byte[] bytes, int from, int to) {
        return to - from == 2 && bytes[from] == '.' && bytes[from + 1] == '.';
    }

    private static boolean isName(byte[] bytes, int from, int to) {
        return to - from > 1 || (to - from == 1 && bytes[from] != '.');
    }

    private static int lastSlash(TextBuffer path, int end) {
        int i = end - 1;
        while (i > 0 && path.byteAt(i) != '/') {
            i--;
        }
        return Math.max(0, i);
    }
}
