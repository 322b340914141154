package dev.aulens.interpret;

import static dev.aulens.interpret.Names.decimal;
import static dev.aulens.interpret.Names.hex;
import static dev.aulens.interpret.Names.octal;
import static dev.aulens.interpret.Names.ofDecimal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which interpreter a field has: by its name, and for some names by the type of the record too.
 *
 * <p>The names are those that the kernel and user space print (the field dictionary of audit-documentation); a name
 * that is not here is not interpreted.
 */
final class FieldInterpreters {

    /** Security labels; commas are part of them. */
    private static final Set<String> LABELS = Set.of("subj", "obj", "scontext", "tcontext", "vm-ctx", "img-ctx");

    /** A field name's interpreter, and the name under which auditd appends the meaning to the record. */
    record Named(FieldInterpreter interpreter, String enriched) {}

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<String, Map<String, FieldInterpreter>> byTypeAndName = new HashMap<>();
    private final FieldInterpreter text = EscapedText::text;
    private final SyscallArguments arguments;
    private final boolean trustsContent;

    FieldInterpreters(Edition edition, SocketAddressDecoder addresses, SyscallNames syscalls) {
        trustsContent = edition == Edition.AUSEARCH_3;
        RecordFields fields = new RecordFields(edition);
        arguments = new SyscallArguments(edition, fields);
        TtyData tty = new TtyData();
        FieldInterpreter group = decimal(RecordFields::group);
        FieldInterpreter capabilities = hex(fields::capabilities);
        FieldInterpreter signal = ofDecimal(CodeTable.of("signal"), "signal");

        FieldInterpreter user = decimal(RecordFields::user);
        AccountField.USERS.forEach(name -> all(user, name));
        AccountField.GROUPS.forEach(name -> all(group, name));
        all(
                text,
                "path",
                "comm",
                "exe",
                "file",
                "name",
                "watch",
                "cwd",
                "cmd",
                "dir",
                "vm",
                "old-chardev",
                "new-chardev",
                "old-disk",
                "new-disk",
                "old-fs",
                "new-fs",
                "old-net",
                "new-net",
                "old-rng",
                "new-rng",
                "device",
                "cgroup",
                "apparmor",
                "operation",
                "denied_mask",
                "info",
                "profile",
                "requested_mask",
                "ocomm",
                "grp",
                "new_group",
                "invalid_context",
                "sw",
                "root_dir",
                "key");
        LABELS.forEach(label -> all(RecordFields::asIs, label));
        CapabilityFields.NAMES.forEach(name -> all(capabilities, name));

        all(EscapedText::title, "proctitle");
        all(RecordFields::session, "ses");
        all(syscalls::architecture, "arch");
        all(syscalls::syscall, "syscall");
        all(fields::exit, "exit");
        all(arguments.of(0), "a0");
        all(arguments.of(1), "a1");
        all(arguments.of(2), "a2");
        all(arguments.of(3), "a3");
        all(decimal(RecordFields::watchPermissions), "perm", "perm_mask");
        all(octal(RecordFields::mode), "mode");
        all(addresses::interpret, "saddr");
        all(RecordFields::asIs, "addr");
        all(decimal(RecordFields::promiscuous), "prom", "old_prom");
        all(ofDecimal(CodeTable.of("capability"), "capability"), "capability");
        all(RecordFields::success, "res", "result");
        all(signal, "sig", "sigev_signo");
        all(ofDecimal(edition.table("list"), "list"), "list");
        all(tty::interpret, "data");
        all(ofDecimal(CodeTable.of("nfproto"), "netfilter-protocol"), "family");
        all(ofDecimal(CodeTable.of("icmptype"), "icmp-type"), "icmptype");
        all(decimal(fields::protocol), "proto");
        all(hex(fields::personality), "per");
        all(hex(fields::seccomp), "code");
        all(Flags.of(CodeTable.of("mmap-flag"), 0xF, "MAP_FILE"), "flags");
        all(Names.ofHex(CodeTable.of("hook"), "hook"), "hook");
        all(Names.ofHex(CodeTable.of("netaction"), "action"), "action");
        all(hex(RecordFields::etherType), "macproto");
        all(Names.ofHexOrNumber(CodeTable.of("ioctl")), "ioctlcmd");
        all(RecordFields::response, "resp");
        all(hex(RecordFields::multicastGroup), "nl-mcgrp");
        all(Flags.of(CodeTable.of("openat2-resolve")), "resolve");

        for (String argument : new String[] {"a0", "a1", "a2", "a3"}) {
            inRecord("SOCKETCALL", argument, Names.asHex()); // those of the call that socketcall(2) makes
        }
        inRecord("PATH", "flags", hex(fields::pathFlags));
        inRecord("MQ_OPEN", "mode", octal(RecordFields::permissions));
        AccountField.RECORDS_OF_GROUPS.forEach(type -> inRecord(type, AccountField.ID, group));
        inRecord("AVC", "saddr", RecordFields::asIs);
        inRecord("NETFILTER_PKT", "saddr", RecordFields::asIs);
        inRecord("CRYPTO_KEY_USER", "fp", null);

        NumberInterpreter flags = Flags.open(CodeTable.of("open-flag"));
        switch (edition) {
            case AUSEARCH_3 -> all(hex(flags), "oflag");
            case AUSEARCH_4 -> {
                all((value, out) -> flags.interpret(value.prefixedNumber(), value, out), "oflag");
                all(syscalls::ring, "uring_op");
                all(fields::errno, "errno");
                all(RecordFields::trust, "subj_trust", "obj_trust");
                all(RecordFields::fanotifyType, "fan_type");
                all(RecordFields::fanotifyInfo, "fan_info");
            }
        }
    }

    /** Returns the name's interpreter, null if values of that name are not interpreted in such a record. */
    @Nullable
    Named find(String type, String name, FieldValue value) {
        if (trustsContent && type.equals("TRUSTED_APP")) {
            return EscapedText.isEscaped(value) && !value.isDigits() ? named(text, name) : null;
        }
        Map<String, FieldInterpreter> ofType = byTypeAndName.get(type);
        if (ofType != null && ofType.containsKey(name)) {
            FieldInterpreter special = ofType.get(name);
            return special == null ? null : named(special, name);
        }
        if (type.equals("EXECVE") && isArgument(name)) {
            return named(text, name);
        }
        if (name.equals("acct")) {
            return EscapedText.isEscaped(value) ? named(text, name) : null;
        }
        Named known = byName.get(name);
        if (known == null && type.equals("TRUSTED_APP") && EscapedText.isEscaped(value)) {
            return named(text, name);
        }
        return known;
    }

    /** Tells whether an argument of a system call is an address or a plain number, whatever its value. */
    boolean isPlain(int argument, String syscall) {
        return arguments.isPlain(argument, syscall);
    }

    /** Tells whether a field of that name holds a security label. */
    static boolean isLabel(String name) {
        return LABELS.contains(name);
    }

    private static boolean isArgument(String name) {
        return name.startsWith("a") && !name.equals("argc") && !name.endsWith("_len");
    }

    private void all(FieldInterpreter interpreter, String... names) {
        for (String name : names) {
            byName.put(name, named(interpreter, name));
        }
    }

    private void inRecord(String type, String name, @Nullable FieldInterpreter interpreter) {
        byTypeAndName.computeIfAbsent(type, t -> new HashMap<>()).put(name, interpreter);
    }

    private static Named named(FieldInterpreter interpreter, String name) {
        return new Named(interpreter, name.toUpperCase(Locale.ROOT));
    }
}
