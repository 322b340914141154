package dev.aulens.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.cli.Aulens;
import dev.aulens.record.RecordTypes;
import dev.aulens.testing.AuditTool;
import dev.aulens.testing.RealElasticsearch;
import dev.aulens.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each option against each record type: whatever the real ausearch reads from which record, aulens finds there too.
 *
 * <p>The log has three records of each type, with all fields as the kernel writes them, as programs do, and as short
 * ones; each field has a value of its own. aulens may find more: it reads a field of any record.
 */
@ExtendWith(RealElasticsearch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionsByRecordTypeIT {

    private static final String KERNEL =
            "arch=c000003e syscall=83 success=yes exit=600 a0=0 a1=0 a2=0 a3=0 items=0 ppid=40 pid=20 auid=1100"
                    + " uid=1200 gid=1400 euid=1300 suid=0 fsuid=0 egid=1500 sgid=0 fsgid=0 tty=tty7 ses=700"
                    + " comm=\"command\" exe=\"/executable\" subj=subj_u:r:t:s0 key=\"rule\" cwd=\"/folder\" name=\"/name\""
                    + " path=\"/path\" obj=obj_u:r:t:s0 scontext=scon_u:r:t:s0 tcontext=tcon_u:r:t:s0 tclass=file res=1 ";

    private static final String PROGRAM =
            "pid=20 uid=1200 auid=1100 ses=700 subj=subj_u:r:t:s0 msg='op=x id=1400 acct=\"account\""
                    + " exe=\"/executable\" cwd=\"/folder\" vm=\"machine\" uuid=12345678-0000-0000-0000-000000000000"
                    + " vm-ctx=vmcon_u:r:t:s0 img-ctx=imgcon_u:r:t:s0 new-disk=\"/disk\" comm=\"command\""
                    + " hostname=host.example addr=? terminal=tty7 key=\"rule\" scontext=scon_u:r:t:s0"
                    + " tcontext=tcon_u:r:t:s0 obj=obj_u:r:t:s0 tclass=x res=success'";

    private static final String SHORT =
            "pid=20 uid=1200 auid=1100 ses=700 subj=subj_u:r:t:s0 path=\"/path\" name=\"/name\" comm=\"command\""
                    + " exe=\"/executable\" obj=obj_u:r:t:s0 vm-ctx=vmcon_u:r:t:s0 img-ctx=imgcon_u:r:t:s0 key=\"rule\""
                    + " gid=1400 hostname=host.example addr=10.0.0.8 saddr=10.0.0.7 terminal=tty7 res=1 ";

    private static final Pattern EVENT = Pattern.compile("type=(\\S+) msg=audit\\([^:]*:(\\d+)\\)");

    @TempDir
    private static Path folder;

    private Path log;
    private Aulens aulens;

    @BeforeAll
    void indexRecordsOfAllTypes(TestCluster cluster) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String type : RecordTypes.load().names()) {
            for (String fields : List.of(KERNEL, PROGRAM, SHORT)) {
                lines.add(record(type, fields, lines.size() + 1));
            }
        }
        log = folder.resolve("types.log");
        Files.write(log, lines);
        aulens = Aulens.on(cluster);
        assertThat(aulens.run("index", log.toString()).status()).isZero();
    }

    private static String record(String type, String fields, int serial) {
        String vector = switch (type) {
            case "AVC" -> "avc:  denied  { read } for  " + fields + "tclass=file ";
            case "USER_AVC" -> fields.replace("msg='", "msg='avc:  denied  { read } for ");
            default -> fields;
        };
        // a second apart, so that no event waits for another's records
        return "type=" + type + " msg=audit(" + (1_700_000_000 + serial) + ".000:" + serial + "): " + vector;
    }

    @ParameterizedTest
    @CsvSource({
        "-p, 20",
        "-pp, 40",
        "-ul, 1100",
        "-ua, 1100",
        "-ui, 1200",
        "-ua, 1200",
        "-ue, 1300",
        "-ua, 1300",
        "-gi, 1400",
        "-ga, 1400",
        "-ge, 1500",
        "-e, 600",
        "-sc, 83",
        "--arch, c000003e",
        "--session, 700",
        "-tm, tty7",
        "-c, command",
        "-x, /executable",
        "-k, rule",
        "-su, subj_u:r:t:s0",
        "-su, scon_u:r:t:s0",
        "-su, vmcon_u:r:t:s0",
        "-o, obj_u:r:t:s0",
        "-o, tcon_u:r:t:s0",
        "-o, imgcon_u:r:t:s0",
        "-se, subj_u:r:t:s0",
        "-se, obj_u:r:t:s0",
        "-f, /name",
        "-f, /path",
        "-f, /folder",
        "-f, /disk",
        "-hn, host.example",
        "-hn, 10.0.0.7",
        "-hn, 10.0.0.8",
        "-vm, machine",
        "-uu, 12345678-0000-0000-0000-000000000000",
    })
    void findsAllRecordsThatAusearchFinds(String option, String value) {
        Map<Integer, String> theirs = types(AuditTool.AUSEARCH
                .run(List.of("-if", log.toString(), option, value, "--raw"))
                .output());
        Map<Integer, String> ours =
                types(aulens.run("search", option, value, "--raw").out());

        assertThat(theirs).isNotEmpty();
        theirs.keySet().removeAll(ours.keySet());
        assertThat(theirs).isEmpty();
    }

    /** Returns the types of the events in an output, by their serials. */
    private static Map<Integer, String> types(String output) {
        Map<Integer, String> types = new TreeMap<>();
        Matcher event = EVENT.matcher(output);
        while (event.find()) {
            types.put(Integer.valueOf(event.group(2)), event.group(1));
        }
        return types;
    }
}
