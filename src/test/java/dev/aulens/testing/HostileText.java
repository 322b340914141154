package dev.aulens.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Text that a terminal would obey, as an attacker names a file.
 *
 * @param name of the trick
 * @param text the name of the file
 */
public record HostileText(String name, String text) {

    public static final List<HostileText> ALL = List.of(
            new HostileText("escape", "a\u001b[31mb\u001b]0;title"),
            new HostileText("bell and backspace", "a\u0007\bb"),
            new HostileText("carriage return", "safe\rrm -rf"),
            new HostileText("line feed", "a\ntype=USER_LOGIN msg=audit(1.000:1): forged"),
            new HostileText("delete", "a\u007fb"),
            new HostileText("C1 control sequence introducer", "a\u009b31mb\u0085c"),
            new HostileText("right to left", "a\u202egpj.exe\u2066x\u2069\u200f\u061c"));

    /** Returns a log with the text wherever one who does not control the kernel can write: hex, and as it is. */
    public byte[] log() {
        String hex = HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
        String plain = text.replace("\n", " ").replace("\r", " "); // a line of a log has neither inside
        String id = "msg=audit(1700000000.123:101): ";
        String lines = "type=SYSCALL " + id
                + "arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c a1=1 a2=0 a3=0 items=1 ppid=1 pid=2"
                + " auid=1000 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=1 comm=" + hex
                + " exe=" + hex + " subj=u:r:t key=" + hex + "\n"
                + "type=CWD " + id + "cwd=" + hex + "\n"
                + "type=PATH " + id + "item=0 name=" + hex + " inode=1 dev=08:01 mode=0100644 ouid=0 ogid=0 rdev=00:00"
                + " obj=" + plain + " nametype=NORMAL\n"
                + "type=PROCTITLE " + id + "proctitle=" + hex + "\n"
                + "type=USER_AUTH msg=audit(1700000001.123:102): pid=3 uid=0 auid=1000 ses=1 msg='op=" + plain
                + " acct=" + hex + " exe=\"" + plain + "\" hostname=" + plain + " addr=? terminal=" + plain
                + " res=success'\n";
        return lines.getBytes(UTF_8);
    }

    /** Returns the characters and bytes in an output that a terminal obeys; line ends are none of them. */
    public static List<String> controlsIn(byte[] output) {
        List<String> controls = new ArrayList<>();
        new String(output, UTF_8)
                .codePoints()
                .filter(c -> c != '\n' && isControl(c))
                .forEach(c -> controls.add("U+" + Integer.toHexString(c)));
        return controls;
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL
                || c == 0x061C
                || (c >= 0x200E && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    @Override
    public String toString() {
        return name;
    }
}
