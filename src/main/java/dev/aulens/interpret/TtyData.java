package dev.aulens.interpret;

import dev.aulens.TableResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed at a terminal: {@code data=} of TTY and USER_TTY records, in hex. */
final class TtyData {

    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;

    private volatile @Nullable Keys keys;

    /** Writes runs of text in quotes and keys by their names, with commas between: {@code "ls -l",<ret>,<up>}. */
    void interpret(FieldValue value, TextBuffer out) {
        int digits = value.hexDigits(0);
        if (digits < value.length()) {
            value.copyTo(out);
            return;
        }
        if (digits < 2) {
            out.append("(null)");
            return;
        }
        byte[] typed = new byte[digits / 2];
        for (int i = 0; i < typed.length; i++) {
            typed[i] = (byte) value.hexByte(2 * i);
        }
        write(typed, out);
    }

    private void write(byte[] typed, TextBuffer out) {
        Keys known = keys();
        boolean quoted = false;
        int i = 0;
        while (i < typed.length) {
            Key key = known.at(typed, i);
            if (key == null) {
                if (!quoted) {
                    out.append(i > 0 ? ",\"" : "\"");
                    quoted = true;
                }
                character(typed[i++] & 0xFF, out);
                continue;
            }
            if (quoted) {
                out.append('"');
                quoted = false;
            }
            out.append(i > 0 ? ",<" : "<").append(key.name()).append('>');
            i += key.length();
        }
        if (quoted) {
            out.append('"');
        }
    }

    private static void character(int b, TextBuffer out) {
        if (b < 0x20 || b >= DELETE) {
            out.append('\\').appendOctal(b, 3);
        } else {
            if (b == '"' || b == '\\') {
                out.append('\\');
            }
            out.append((char) b);
        }
    }

    private Keys keys() {
        Keys read = keys;
        if (read == null) {
            read = Keys.load();
            keys = read;
        }
        return read;
    }

    /** A key: the bytes that it sends, in hex, and its name. */
    private record Key(String hex, String name) {

        int length() {
            return hex.length() / 2;
        }

        boolean isAt(byte[] typed, int from) {
            if (from + length() > typed.length) {
                return false;
            }
            for (int i = 0; i < length(); i++) {
                int b = Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16);
                if (b != (typed[from + i] & 0xFF)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The named keys; all begin with a control character. */
    private record Keys(List<Key> all) {

        static Keys load() {
            List<Key> all = new ArrayList<>();
            for (List<String> row : TableResource.rows(TtyData.class, "tables/tty-key.tsv")) {
                all.add(new Key(row.get(0), row.get(1)));
            }
            return new Keys(List.copyOf(all));
        }

        /** Returns the key with the longest sequence that stands at {@code from}, null if none does. */
        @Nullable
        Key at(byte[] typed, int from) {
            int first = typed[from] & 0xFF;
            if (first >= 0x20 && first != DELETE) {
                return null;
            }
            Key best = null;
            for (Key key : all) {
                boolean longer = best == null || key.length() > best.length();
                if (longer && (first == ESCAPE || key.length() == 1) && key.isAt(typed, from)) {
                    best = key;
                }
            }
            return best;
        }
    }
}
