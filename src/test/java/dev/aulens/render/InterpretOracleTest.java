package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.Events;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interpretation against the real {@code ausearch -i}, of made-up records with every kind of value. */
class InterpretOracleTest {

    private static final List<String> ARGUMENTS = List.of(
            "0",
            "1",
            "2",
            "3",
            "8",
            "11",
            "17",
            "1d",
            "29",
            "42",
            "107",
            "3e8",
            "8241",
            "ffffff9c",
            "ffffffff",
            "deadbeef",
            "7ffc1234",
            "40000001",
            "ffffffffffffff9c",
            "ffffffffffffffff");

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "2",
            "7",
            "11",
            "22",
            "64",
            "100",
            "255",
            "4294967295",
            "4294967294",
            "4294967296",
            "-1",
            "-13",
            "-9999",
            "0x42",
            "0x7ffc0000",
            "0x80000000",
            "50000",
            "zz",
            "abc",
            "abcd",
            "\"a b\"",
            "\"open",
            "(null)",
            "(none)",
            "(a b)",
            "?",
            "0100644",
            "041777",
            "06755",
            "616263",
            "61620063",
            "6C7",
            "c000003e",
            "40000003",
            "c0000008",
            "99999999999999999999",
            "ffffffffffffffff",
            "a,b",
            "s0:c1,c2",
            "\"x\",",
            "x:",
            "'q'",
            "yes",
            "success",
            "1B5B410D",
            "\"\"",
            "");

    private static final List<String> NAMES = List.of(
            "auid",
            "uid",
            "euid",
            "suid",
            "fsuid",
            "ouid",
            "oauid",
            "old-auid",
            "iuid",
            "id",
            "inode_uid",
            "sauid",
            "obj_uid",
            "gid",
            "egid",
            "sgid",
            "fsgid",
            "ogid",
            "igid",
            "inode_gid",
            "obj_gid",
            "new_gid",
            "ses",
            "old-ses",
            "path",
            "comm",
            "exe",
            "file",
            "name",
            "watch",
            "cwd",
            "cmd",
            "acct",
            "dir",
            "vm",
            "old-chardev",
            "new-disk",
            "new-fs",
            "old-net",
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
            "key",
            "proctitle",
            "subj",
            "obj",
            "scontext",
            "tcontext",
            "vm-ctx",
            "img-ctx",
            "arch",
            "exit",
            "perm",
            "perm_mask",
            "mode",
            "saddr",
            "prom",
            "old_prom",
            "capability",
            "res",
            "result",
            "sig",
            "sigev_signo",
            "list",
            "data",
            "cap_pi",
            "cap_pe",
            "cap_pp",
            "cap_pa",
            "cap_fi",
            "cap_fp",
            "cap_fe",
            "fp",
            "fi",
            "old_pp",
            "old_pi",
            "old_pe",
            "old_pa",
            "new_pp",
            "new_pi",
            "new_pe",
            "pp",
            "pi",
            "pe",
            "pa",
            "family",
            "icmptype",
            "proto",
            "addr",
            "per",
            "code",
            "flags",
            "hook",
            "action",
            "macproto",
            "ioctlcmd",
            "resp",
            "nl-mcgrp",
            "resolve",
            "hostname",
            "terminal",
            "tty",
            "item",
            "inode",
            "success",
            "op",
            "new-level",
            "unit",
            "items");

    private static final Set<String> TEXTS = Set.copyOf(NAMES.subList(NAMES.indexOf("path"), NAMES.indexOf("subj")));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"x86_64,c000003e", "i386,40000003", "aarch64,c00000b7", "s390x,80000016", "ppc64le,c0000015"})
    void argumentsOfSystemCalls(String architecture, String value) throws IOException {
        List<String> records = new ArrayList<>();
        for (String line : AuditTool.AUSYSCALL
                .run(List.of(architecture, "--dump"))
                .output()
                .lines()
                .skip(1)
                .toList()) {
            String number = line.substring(0, line.indexOf('\t'));
            if (line.endsWith("\tsocketcall")) {
                continue; // its first argument has 32 bits; ausearch cannot read more
            }
            for (int i = 0; i < ARGUMENTS.size(); i++) {
                records.add("type=SYSCALL msg=audit(%s): arch=" + value + " syscall=" + number
                        + " success=no exit=-13 a0=" + ARGUMENTS.get(i)
                        + " a1=" + ARGUMENTS.get((i + 5) % ARGUMENTS.size())
                        + " a2=" + ARGUMENTS.get((i + 11) % ARGUMENTS.size())
                        + " a3=" + ARGUMENTS.get((i + 3) % ARGUMENTS.size()) + " items=0");
            }
        }

        assertThat(differences(records)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CWD",
        "PATH",
        "AVC_PATH",
        "CRYPTO_KEY_USER",
        "MQ_OPEN",
        "EXECVE",
        "NETFILTER_PKT",
        "ADD_GROUP",
        "KERN_MODULE"
    })
    void fieldsOfRecords(String type) throws IOException {
        List<String> records = new ArrayList<>();
        for (String name : NAMES) {
            for (String value : VALUES) {
                if (endsWithOddDigit(value) && (type.equals("EXECVE") || TEXTS.contains(name))) {
                    continue;
                }
                if (name.equals("saddr") && (endsWithOddDigit(value) || value.startsWith("("))) {
                    continue; // no address that a kernel writes
                }
                records.add("type=" + type + " msg=audit(%s): pid=1 " + name + "=" + value + " x=1");
                records.add("type=" + type + " msg=audit(%s): pid=1 " + name + "=" + value);
            }
        }

        assertThat(differences(records)).isEmpty();
    }

    private List<String> differences(List<String> records) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < records.size(); i++) {
            String id = (1_700_000_000L + 3L * i) + ".000:" + (i + 1);
            text.append(records.get(i).replace("%s", id)).append('\n');
        }
        Path log = directory.resolve("made-up.log");
        Files.writeString(log, text);
        Map<String, String> theirs = new HashMap<>();
        for (String block : AuditTool.AUSEARCH
                .run(List.of("-if", log.toString(), "-i"))
                .output()
                .split("----\n", -1)) {
            theirs.put(id(block), block);
        }
        EventRenderer renderer = OutputFormat.INTERPRET.renderer(new OutputFormat.Settings(
                Interpreter.load(Edition.AUSEARCH_3), ZoneOffset.UTC, DateFormat.POSIX, Escaping.TTY, CsvColumns.NONE));
        Identities names = Identities.of(Path.of("/etc/passwd"), Path.of("/etc/group"));
        List<String> differences = new ArrayList<>();
        for (AuditEvent event : Events.read(log)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            renderer.render(event, names, out);
            String ours = out.toString(StandardCharsets.ISO_8859_1).substring("----\n".length());
            String their = theirs.getOrDefault(id(ours), ours); // else ausearch dropped it
            if (!ours.equals(their) && !KnownDifference.explain(ours, their)) {
                differences.add("\naulens:   " + ours + "ausearch: " + their);
            }
        }
        return differences;
    }

    private static String id(String block) {
        return block.substring(Math.max(0, block.indexOf("audit(")), Math.max(0, block.indexOf(')')));
    }

    /** ausearch 3.0.9 takes an odd digit at the end of hex for a byte; 4.x and aulens do not. */
    private static boolean endsWithOddDigit(String value) {
        int digits = 0;
        while (digits < value.length() && Character.digit(value.charAt(digits), 16) >= 0) {
            digits++;
        }
        return digits > 2 && digits % 2 == 1;
    }
}
