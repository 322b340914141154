package dev.aulens.interpret;

import static dev.aulens.interpret.Names.hex;
import static dev.aulens.interpret.Names.ofArgument;
import static dev.aulens.interpret.Names.ofCommand;
import static dev.aulens.interpret.Names.ofHex;
import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of system calls mean: {@code a0} to {@code a3} of SYSCALL records, in hex.
 *
 * <p>One table for each argument, by the system call's name. What is in none is an address or a plain number.
 */
final class SyscallArguments {

    private static final long CREATE = 0x40;
    private static final long WORKING_DIRECTORY = 0xFFFF_FF9CL; // AT_FDCWD, -100
    private static final long RESET_ON_FORK = 0x4000_0000L;
    private static final long PROT_SEM = 8;
    private static final long PROT_EXEC = 4;

    private static final List<String> OF_DIRECTORIES = List.of(
            "renameat",
            "renameat2",
            "readlinkat",
            "mkdirat",
            "mknodat",
            "fchownat",
            "futimesat",
            "fchmodat",
            "fchmodat2",
            "faccessat",
            "faccessat2",
            "futimensat",
            "unlinkat",
            "utimensat",
            "linkat",
            "newfstatat",
            "openat",
            "openat2",
            "name_to_handle_at",
            "setxattrat",
            "getxattrat",
            "listxattrat",
            "removexattrat",
            "file_getattr",
            "file_setattr",
            "open_tree_attr");

    private final CodeTable signals = CodeTable.of("signal");
    private final CodeTable protocols = CodeTable.of("ipproto");
    private final CodeTable socketTypes = CodeTable.of("socktype");
    private final CodeTable schedulingPolicies = CodeTable.of("sched");
    private final CodeTable seekOrigins = CodeTable.of("seek");
    private final CodeTable mountCommands = CodeTable.of("fsconfig");
    private final CodeTable sharedMemoryFlags = CodeTable.of("shmget");

    private final FieldInterpreter plain = Names.asHex();
    private final FieldInterpreter directory = hex(this::directory);
    private final FieldInterpreter user = hex(RecordFields::user);
    private final FieldInterpreter group = hex(RecordFields::group);
    private final FieldInterpreter permissions = hex(RecordFields::permissions);
    private final FieldInterpreter signal = ofArgument(signals, "signal");
    private final FieldInterpreter capability = ofArgument(CodeTable.of("capability"), "capability");
    private final FieldInterpreter open = hex(Flags.open(CodeTable.of("open-flag")));
    private final FieldInterpreter clone = Flags.clone(CodeTable.of("clone-flag"), signals);
    private final FieldInterpreter access = Flags.access(CodeTable.of("access-mode"));
    private final FieldInterpreter message = Flags.of(CodeTable.of("msg-flag"));
    private final FieldInterpreter fileCommand = ofCommand(CodeTable.of("fcntl"), "fcntl-command");

    private final Edition edition;
    private final Map<Long, FieldInterpreter> socketOptions;
    private final List<Map<String, FieldInterpreter>> byArgument;

    SyscallArguments(Edition edition, RecordFields fields) {
        this.edition = edition;
        socketOptions = socketOptions();
        byArgument = List.of(first(fields), second(), third(), fourth());
        switch (edition) {
            case AUSEARCH_3 -> asOf3();
            case AUSEARCH_4 -> asOf4();
        }
    }

    /** Which argument of clone has the flags depends on the architecture; 3.x has that of ia64. */
    private void asOf3() {
        byArgument.get(2).put("clone", clone);
        byArgument.get(2).put("clone2", clone);
    }

    private void asOf4() {
        FieldInterpreter attributeFlags = Flags.of(CodeTable.of("setxattrat-flag"));
        FieldInterpreter lookupFlags = Flags.of(CodeTable.of("faccessat-flag"));
        byArgument.get(0).put("clone", clone);
        byArgument.get(0).put("clone2", clone);
        byArgument.get(1).put("fsconfig", hex(this::mountCommand));
        byArgument.get(2).put("chown", group);
        byArgument.get(2).put("move_mount", directory);
        List.of("setxattrat", "getxattrat", "listxattrat", "removexattrat")
                .forEach(name -> byArgument.get(2).put(name, attributeFlags));
        byArgument.get(3).put("faccessat", lookupFlags);
        byArgument.get(3).put("faccessat2", lookupFlags);
    }

    /** Tells whether an argument of a system call is an address or a plain number, whatever its value. */
    boolean isPlain(int argument, String syscall) {
        return !byArgument.get(argument).containsKey(syscall);
    }

    /** Returns the interpreter of argument {@code a0} to {@code a3}. */
    FieldInterpreter of(int argument) {
        Map<String, FieldInterpreter> bySyscall = byArgument.get(argument);
        return (value, out) ->
                bySyscall.getOrDefault(value.event.syscall(), plain).interpret(value, out);
    }

    private Map<String, FieldInterpreter> first(RecordFields fields) {
        Map<String, FieldInterpreter> first = new HashMap<>();
        OF_DIRECTORIES.forEach(name -> first.put(name, directory));
        List.of("setuid", "setreuid", "setresuid", "setfsuid").forEach(name -> first.put(name, user));
        List.of("setgid", "setregid", "setresgid", "setfsgid").forEach(name -> first.put(name, group));
        first.put("unshare", clone);
        first.put("rt_sigaction", signal);
        first.put("clock_settime", ofArgument(CodeTable.of("clock"), "clk_id"));
        first.put("personality", hex(fields::personality));
        first.put("ptrace", ofArgument(edition.table("ptrace"), "ptrace"));
        first.put("prctl", ofArgument(edition.table("prctl"), "prctl-option"));
        first.put("getrlimit", ofArgument(CodeTable.of("rlimit"), "rlimit"));
        first.put("setrlimit", ofArgument(CodeTable.of("rlimit"), "rlimit"));
        first.put("socket", ofArgument(edition.table("sockfamily"), "family"));
        first.put("socketcall", ofHex(CodeTable.of("socketcall"), "socketcall"));
        first.put("exit", hex(this::exitStatus));
        first.put("exit_group", hex(this::exitStatus));
        first.put("bpf", ofHex(edition.table("bpf"), "bpf-cmd"));
        return first;
    }

    /** Returns the options of setsockopt(2) by its level. */
    private Map<Long, FieldInterpreter> socketOptions() {
        return Map.of(
                0L, ofArgument(edition.table("ip-opt"), "ipopt-name"),
                1L, ofArgument(edition.table("so-opt"), "sockopt-name"),
                6L, ofArgument(edition.table("tcp-opt"), "tcpopt-name"),
                17L, ofArgument(edition.table("udp-opt"), "udpopt-name"),
                41L, ofArgument(edition.table("ip6-opt"), "ip6opt-name"),
                263L, ofArgument(edition.table("packet-opt"), "pktopt-name"));
    }

    private Map<String, FieldInterpreter> second() {
        return new HashMap<>(Map.ofEntries(
                entry("open", open),
                entry("mq_open", open),
                entry("access", access),
                entry("chmod", permissions),
                entry("fchmod", permissions),
                entry("creat", permissions),
                entry("mkdir", permissions),
                entry("mknod", hex(RecordFields::mode)),
                entry("chown", user),
                entry("chown32", user),
                entry("setreuid", user),
                entry("setresuid", user),
                entry("setregid", group),
                entry("setresgid", group),
                entry("fcntl", fileCommand),
                entry("fcntl64", fileCommand),
                entry("setsockopt", ofArgument(edition.table("sol-level"), "sockopt-level")),
                entry("getsockopt", ofArgument(edition.table("sol-level"), "sockopt-level")),
                entry("socket", hex(this::socketType)),
                entry("setns", clone),
                entry("sched_setscheduler", hex(this::schedulingPolicy)),
                entry("epoll_ctl", ofCommand(CodeTable.of("epoll-ctl"), "epoll_ctl-operation")),
                entry("kill", signal),
                entry("tkill", signal),
                entry("prctl", this::processOption),
                entry("umount2", Flags.of(CodeTable.of("umount-flag"))),
                entry("ioctl", Names.ofHexOrNumber(CodeTable.of("ioctl")))));
    }

    private Map<String, FieldInterpreter> third() {
        FieldInterpreter protection = Flags.protection(CodeTable.of("prot"), PROT_SEM);
        return new HashMap<>(Map.ofEntries(
                entry("fcntl", this::fileControl),
                entry("fcntl64", this::fileControl),
                entry("setsockopt", this::socketOption),
                entry("getsockopt", this::socketOption),
                entry("openat", open),
                entry("open_by_handle_at", open),
                entry("open", this::modeIfCreating),
                entry("mq_open", this::modeIfCreating),
                entry("fchmodat", permissions),
                entry("mkdirat", permissions),
                entry("mknodat", permissions),
                entry("faccessat", access),
                entry("faccessat2", access),
                entry("setresuid", user),
                entry("setresgid", group),
                entry("socket", ofHex(protocols, "proto")),
                entry("sendmsg", message),
                entry("recvmsg", message),
                entry("shmget", hex(this::sharedMemory)),
                entry("mmap", protection),
                entry("mprotect", Flags.protection(CodeTable.of("prot"), PROT_EXEC)),
                entry("lseek", hex(this::whence)),
                entry("tgkill", signal),
                entry("linkat", directory),
                entry("readlinkat", directory),
                entry("renameat", directory),
                entry("renameat2", directory)));
    }

    private Map<String, FieldInterpreter> fourth() {
        FieldInterpreter mapping = Flags.of(CodeTable.of("mmap-flag"), 0xF, "MAP_FILE");
        return new HashMap<>(Map.ofEntries(
                entry("mmap", mapping),
                entry("mount", Flags.of(CodeTable.of("mount-flag"))),
                entry("recv", message),
                entry("recvfrom", message),
                entry("recvmmsg", message),
                entry("send", message),
                entry("sendto", message),
                entry("sendmmsg", message)));
    }

    private void directory(long number, FieldValue value, TextBuffer out) {
        if ((number & 0xFFFF_FFFFL) == WORKING_DIRECTORY) {
            out.append("AT_FDCWD");
        } else {
            plain.interpret(value, out);
        }
    }

    private void exitStatus(long number, FieldValue value, TextBuffer out) {
        out.append(number == 0 ? "EXIT_SUCCESS" : number == 1 ? "EXIT_FAILURE" : "UNKNOWN");
    }

    private void socketType(long number, FieldValue value, TextBuffer out) {
        name(socketTypes.name(number & 0xFF), "unknown-type(", value, out);
    }

    private void whence(long number, FieldValue value, TextBuffer out) {
        name(seekOrigins.name(number & 0xFF), "unknown-whence(", value, out);
    }

    private static void name(@Nullable String name, String unknown, FieldValue value, TextBuffer out) {
        if (name == null) {
            value.copyTo(out.append(unknown));
            out.append(')');
        } else {
            out.append(name);
        }
    }

    private void mountCommand(long number, FieldValue value, TextBuffer out) {
        String name = mountCommands.name(number);
        if (name == null) {
            plain.interpret(value, out);
        } else {
            out.append(name);
        }
    }

    private void schedulingPolicy(long number, FieldValue value, TextBuffer out) {
        String name = schedulingPolicies.name(number & 0xF);
        if (name == null) {
            value.copyTo(out.append("unknown-scheduler-policy(0x"));
            out.append(')');
        } else {
            out.append(name).append((number & RESET_ON_FORK) != 0 ? "|SCHED_RESET_ON_FORK" : "");
        }
    }

    private void sharedMemory(long number, FieldValue value, TextBuffer out) {
        int before = out.length();
        Flags.append(number, sharedMemoryFlags, out, before);
        Flags.separate(out, before);
        new FileMode((int) number & 0777).appendPermissionsTo(out);
    }

    /** The second argument of prctl(2), by its first. */
    private void processOption(FieldValue value, TextBuffer out) {
        long option = value.event.a0();
        if (option == 23 || option == 24) { // PR_CAPBSET_READ, PR_CAPBSET_DROP
            capability.interpret(value, out);
        } else if (option == 1) { // PR_SET_PDEATHSIG
            signal.interpret(value, out);
        } else {
            plain.interpret(value, out);
        }
    }

    /** The third argument of fcntl(2), by its second. */
    private void fileControl(FieldValue value, TextBuffer out) {
        long command = value.event.a1();
        if (command == 8) { // F_SETOWN
            user.interpret(value, out);
        } else if (command == 2 && value.hex() == 1) { // F_SETFD
            out.append("FD_CLOEXEC");
        } else {
            plain.interpret(value, out);
        }
    }

    private void socketOption(FieldValue value, TextBuffer out) {
        socketOptions.getOrDefault(value.event.a1(), plain).interpret(value, out);
    }

    private void modeIfCreating(FieldValue value, TextBuffer out) {
        ((value.event.a1() & CREATE) != 0 ? permissions : plain).interpret(value, out);
    }
}
