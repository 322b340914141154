package dev.aulens.render;

import dev.aulens.interpret.TextBuffer;

/** Makes names of files absolute, by their text alone: what the file system has there now says nothing about then. */
final class RealPath {

    private RealPath() {}

    /**
     * Makes a name absolute.
     *
     * <p>A name that is absolute already stays as it is unless it goes up ({@code ..}).
     *
     * @param directory where the name begins if it is relative; may be empty
     * @param name is changed
     */
    static void resolve(TextBuffer directory, TextBuffer name) {
        byte[] bytes = name.toBytes();
        boolean absolute = bytes.length > 0 && bytes[0] == '/';
        if (absolute ? !goesUp(bytes) : directory.length() == 0) {
            return;
        }
        name.clear();
        if (!absolute) {
            directory.appendTo(name);
            name.append('/');
        }
        name.append(bytes, 0, bytes.length);
        normalize(name);
    }

    private static boolean goesUp(byte[] name) {
        for (int i = 1; i < name.length; i++) {
            if (name[i] == '.' && name[i - 1] == '.') {
                return true;
            }
        }
        return false;
    }

    /** Drops empty parts and {@code .}, and {@code ..} with the part before it. */
    private static void normalize(TextBuffer path) {
        byte[] bytes = path.toBytes();
        path.clear();
        int from = 0;
        while (from < bytes.length) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            part(bytes, from, to, path);
            from = to + 1;
        }
        if (path.length() == 0) {
            path.append('/');
        }
    }

    private static void part(byte[] bytes, int from, int to, TextBuffer path) {
        int length = to - from;
        if (length == 0 || (length == 1 && bytes[from] == '.')) {
            return;
        }
        if (length == 2 && bytes[from] == '.' && bytes[from + 1] == '.') {
            path.truncate(lastSlash(path));
            return;
        }
        path.append('/').append(bytes, from, to);
    }

    private static int lastSlash(TextBuffer path) {
        int i = path.length() - 1;
        while (i > 0 && path.byteAt(i) != '/') {
            i--;
        }
        return Math.max(0, i);
    }
}
