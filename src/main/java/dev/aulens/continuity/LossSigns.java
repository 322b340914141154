package dev.aulens.continuity;

import dev.aulens.TableResource;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.LinesWithoutRecord;
import dev.aulens.record.AuditRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the lines by which kernel and auditd say that they have lost records; {@code loss-signs.tsv} has them. */
public final class LossSigns implements LinesWithoutRecord {

    private static final String NO_RECORD = "-";

    private final Map<String, List<Sign>> byType = new HashMap<>();
    private final List<Sign> inOrder = new ArrayList<>();

    private LossSigns() {}

    /** Reads the table. */
    public static LossSigns load() {
        LossSigns signs = new LossSigns();
        for (List<String> columns : TableResource.rows(LossSigns.class, "loss-signs.tsv")) {
            Sign sign = new Sign(columns.get(1), Count.valueOf(columns.get(2)), columns.get(3));
            signs.byType
                    .computeIfAbsent(columns.get(0), type -> new ArrayList<>())
                    .add(sign);
            signs.inOrder.add(sign);
        }
        return signs;
    }

    /** Returns the types of the records that may be a sign. */
    public static List<String> types() {
        return load().byType.keySet().stream()
                .filter(type -> !type.equals(NO_RECORD))
                .toList();
    }

    /** Looks at the records of an event. */
    public void accept(AuditEvent event) {
        for (AuditRecord record : event.records()) {
            List<Sign> signs = byType.get(record.type().name());
            if (signs != null) {
                signs.forEach(sign -> sign.lookAt(record.toString()));
            }
        }
    }

    @Override
    public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
        ofOtherProgram(buffer, from, to);
    }

    @Override
    public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
        // The texts of the table are short.
    }

    @Override
    public void ofOtherProgram(byte[] buffer, int from, int to) {
        List<Sign> signs = byType.getOrDefault(NO_RECORD, List.of());
        String line = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        signs.forEach(sign -> sign.lookAt(line));
    }

    /** Returns those that were there, in the order of the table. */
    public List<LossSign> found() {
        return inOrder.stream()
                .filter(sign -> sign.lines > 0)
                .map(sign -> new LossSign(
                        sign.meaning,
                        sign.lines,
                        sign.count == Count.NONE ? OptionalLong.empty() : OptionalLong.of(sign.records)))
                .toList();
    }

    /** What the number behind a sign's text counts. */
    private enum Count {
        /** There is none. */
        NONE,
        /** All that was lost until then. */
        TOTAL,
        /** What was lost since the line before. */
        PART
    }

    private static final class Sign {

        private final String text;
        private final Count count;
        private final String meaning;
        private long lines;
        private long records;

        Sign(String text, Count count, String meaning) {
            this.text = text;
            this.count = count;
            this.meaning = meaning;
        }

        void lookAt(String line) {
            int at = line.indexOf(text);
            if (at < 0) {
                return;
            }
            if (count == Count.NONE) {
                lines++;
                return;
            }
            long number = numberAt(line, at + text.length());
            if (number > 0) {
                lines++;
                records = count == Count.PART ? records + number : Math.max(records, number);
            }
        }

        private static long numberAt(String line, int from) {
            long number = 0;
            for (int i = from; i < line.length() && Character.isDigit(line.charAt(i)); i++) {
                number = Math.min(number * 10 + (line.charAt(i) - '0'), 0xFFFF_FFFFL);
            }
            return number;
        }
    }
}
