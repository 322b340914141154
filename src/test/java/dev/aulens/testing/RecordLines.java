package dev.aulens.testing;

import dev.aulens.record.AuditRecord;
import dev.aulens.record.RecordParser;
import dev.aulens.source.LineSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records of a log, and an independent count of its events. */
public final class RecordLines {

    private static final Pattern ID = Pattern.compile("(?:node=(\\S+) .*)?audit\\(([^()]*:\\d+)\\)");

    private RecordLines() {}

    /** Returns a sink that hands on the lines which are records. */
    public static LineSink into(RecordParser parser, Consumer<AuditRecord> records) {
        return new LineSink() {
            @Override
            public void line(byte[] buffer, int from, int to, long offset) {
                if (parser.parse(buffer, from, to, new AuditRecord.Origin("log", offset))
                        instanceof AuditRecord found) {
                    records.accept(found);
                }
            }

            @Override
            public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
                throw new AssertionError("no log of the corpus has such a line");
            }

            @Override
            public void otherEntry(long offset, long length) {
                throw new AssertionError("no log of the corpus is a journal");
            }
        };
    }

    /** Returns the number of distinct (node, time:serial) in a log, found by a regular expression. */
    public static int distinctIds(Path log) throws IOException {
        Set<String> ids = new HashSet<>();
        for (String line : Files.readString(log, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            Matcher id = ID.matcher(line);
            if (id.find()) {
                ids.add(id.group(1) + " " + id.group(2));
            }
        }
        return ids.size();
    }
}
