package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/** Interpreters of single values: identities, numbers, words. */
final class RecordFields {

    private static final long UNSET = 0xFFFF_FFFFL;
    private static final long ADDR_NO_RANDOMIZE = 0x40000;
    private static final long SECCOMP_RET_ACTION_FULL = 0xFFFF_0000L;
    private static final long SECCOMP_RET_ACTION = 0x7FFF_0000L;

    private final CodeTable errorMessages = CodeTable.of("errno", 2);
    private final CodeTable errors = CodeTable.of("errno");
    private final CodeTable capabilities = CodeTable.of("capability");
    private final CodeTable personalities = CodeTable.of("personality");
    private final CodeTable protocols = CodeTable.of("ipproto");
    private final CodeTable pathFlags = CodeTable.of("path-flag");
    private final CodeTable seccompActions;
    private final long seccompMask;

    RecordFields(Edition edition) {
        seccompActions = edition.table("seccomp");
        seccompMask = edition == Edition.AUSEARCH_3 ? SECCOMP_RET_ACTION : SECCOMP_RET_ACTION_FULL;
    }

    /** Writes a value as it stands. */
    static void asIs(FieldValue value, TextBuffer out) {
        value.copyTo(out);
    }

    /** Writes a user's name. */
    static void user(long number, FieldValue value, TextBuffer out) {
        long uid = number & 0xFFFF_FFFFL;
        identity(uid, isRule(uid) ? null : value.event.names().user(uid), out);
    }

    /** Writes a group's name. */
    static void group(long number, FieldValue value, TextBuffer out) {
        long gid = number & 0xFFFF_FFFFL;
        identity(gid, isRule(gid) ? null : value.event.names().group(gid), out);
    }

    private static boolean isRule(long id) {
        return id == 0 || id == UNSET;
    }

    private static void identity(long id, @Nullable String name, TextBuffer out) {
        if (id == 0) {
            out.append("root");
        } else if (id == UNSET) {
            out.append("unset");
        } else if (name != null) {
            out.append(name);
        } else {
            out.append("unknown(").append(Integer.toString((int) id)).append(')');
        }
    }

    static void session(FieldValue value, TextBuffer out) {
        if (value.text().equals("4294967295")) {
            out.append("unset");
        } else {
            value.copyTo(out);
        }
    }

    /** Writes the error of a failed system call, else the number that it returned. */
    void exit(FieldValue value, TextBuffer out) {
        if (value.overflows(10)) {
            Names.notConverted(value, out);
            return;
        }
        long number = value.decimal();
        if (number >= 0) {
            value.copyTo(out);
            return;
        }
        int error = (int) -number;
        String name = errors.name(error);
        String message = error == 0 ? "Success" : errorMessages.name(error);
        out.append(name == null ? "(null)" : name).append('(');
        if (message != null) {
            out.append(message);
        } else {
            out.append("Unknown error ").append(Integer.toString(error));
        }
        out.append(')');
    }

    /** Writes an error's name. */
    void errno(FieldValue value, TextBuffer out) {
        String name = errors.name(Math.abs(value.decimal()));
        if (name == null) {
            value.copyTo(out);
        } else {
            out.append(name);
        }
    }

    static void success(FieldValue value, TextBuffer out) {
        if (value.startsWithDigit() && value.overflows(10)) {
            Names.notConverted(value, out);
        } else if (value.startsWithDigit()) {
            int number = (int) value.decimal();
            out.append(number == 1 ? "yes" : number == 0 ? "no" : "unset");
        } else {
            value.copyTo(out);
        }
    }

    /** Writes the permissions that a watch asks for; 0 means all of them. */
    static void watchPermissions(long number, FieldValue value, TextBuffer out) {
        int bits = (int) number == 0 ? 0xF : (int) number;
        int before = out.length();
        permission(bits & 4, "read", out, before);
        permission(bits & 2, "write", out, before);
        permission(bits & 1, "exec", out, before);
        permission(bits & 8, "attr", out, before);
    }

    private static void permission(int bit, String name, TextBuffer out, int before) {
        if (bit != 0) {
            out.append(out.length() > before ? "," : "").append(name);
        }
    }

    static void mode(long number, FieldValue value, TextBuffer out) {
        new FileMode((int) number).appendTo(out);
    }

    static void permissions(long number, FieldValue value, TextBuffer out) {
        new FileMode((int) number).appendPermissionsTo(out);
    }

    static void promiscuous(long number, FieldValue value, TextBuffer out) {
        out.append((int) number == 0 ? "no" : "yes");
    }

    void capabilities(long number, FieldValue value, TextBuffer out) {
        list(number, capabilities, out);
    }

    private static void list(long bits, CodeTable names, TextBuffer out) {
        int before = out.length();
        for (int i = 0; i < names.size(); i++) {
            if ((bits >> names.codeAt(i) & 1) != 0) {
                out.append(out.length() > before ? "," : "").append(names.nameAt(i));
            }
        }
        if (out.length() == before) {
            out.append("none");
        }
    }

    /** Writes the flags of an old kernel's path lookup. */
    void pathFlags(long number, FieldValue value, TextBuffer out) {
        if (number == 0) {
            out.append("none");
            return;
        }
        int before = out.length();
        for (int i = 0; i < pathFlags.size(); i++) {
            if ((number & pathFlags.codeAt(i)) != 0) {
                out.append(out.length() > before ? "," : "").append(pathFlags.nameAt(i));
            }
        }
        if (out.length() == before) {
            value.copyTo(out.append("0x"));
        }
    }

    void personality(long number, FieldValue value, TextBuffer out) {
        String name = personalities.name(number & 0xFF);
        if (name == null) {
            value.copyTo(out.append("unknown-personality(0x"));
            out.append(')');
        } else {
            out.append(name).append((number & ADDR_NO_RANDOMIZE) != 0 ? "|~ADDR_NO_RANDOMIZE" : "");
        }
    }

    /** Writes the action of a seccomp filter, which is the high half of its answer (linux/seccomp.h). */
    void seccomp(long number, FieldValue value, TextBuffer out) {
        String name = seccompActions.name(number & seccompMask);
        if (name == null) {
            value.copyTo(out.append("unknown-seccomp-code("));
            out.append(')');
        } else {
            out.append(name);
        }
    }

    void protocol(long number, FieldValue value, TextBuffer out) {
        String name = protocols.name(number & 0xFFFF_FFFFL);
        out.append(name == null ? "undefined protocol" : name);
    }

    static void etherType(long number, FieldValue value, TextBuffer out) {
        out.append(number == 0x0800 ? "IP" : number == 0x0806 ? "ARP" : "UNKNOWN");
    }

    /** Writes what a fanotify listener answered. */
    static void response(FieldValue value, TextBuffer out) {
        if (!value.startsWithDigit()) {
            value.copyTo(out);
            return;
        }
        if (value.overflows(10)) {
            Names.notConverted(value, out);
            return;
        }
        int number = (int) value.decimal();
        out.append(number == 1 ? "allow" : number == 2 ? "deny" : "unknown");
    }

    static void trust(FieldValue value, TextBuffer out) {
        if (value.startsWithDigit()) {
            long number = value.decimal();
            out.append(number == 0 ? "no" : number == 1 ? "yes" : "unknown");
        } else {
            value.copyTo(out);
        }
    }

    static void fanotifyType(FieldValue value, TextBuffer out) {
        long number = value.decimal();
        if (number == 0) {
            out.append("none");
        } else if (number == 1) {
            out.append("rule_info");
        } else {
            value.copyTo(out);
        }
    }

    /** Writes the number of the rule that a fanotify listener decided by; other information stays hex. */
    static void fanotifyInfo(FieldValue value, TextBuffer out) {
        if ("1".equals(value.record.get("fan_type"))) {
            out.append(value.hex());
        } else {
            value.copyTo(out);
        }
    }

    static void multicastGroup(long number, FieldValue value, TextBuffer out) {
        out.append(number == 1 ? "audit-netlink-multicast" : "audit-none");
    }
}
