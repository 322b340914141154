package dev.aulens.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes journals as journalctl does: {@code -o export} and {@code -o json} of systemd 252. Text is a character for each
 * byte (ISO 8859-1).
 */
public final class Journal {

    private final ByteArrayOutputStream export = new ByteArrayOutputStream();
    private final StringBuilder json = new StringBuilder();
    private int entries;

    /** Adds an entry of the audit transport: the kernel's text behind {@code audit(...): }. */
    public Journal audit(int type, String typeName, long millis, long serial, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_TRANSPORT", "audit");
        fields.put("_SOURCE_REALTIME_TIMESTAMP", Long.toString(millis * 1000));
        fields.put("_AUDIT_TYPE", Integer.toString(type));
        fields.put("_AUDIT_TYPE_NAME", typeName);
        fields.put("_AUDIT_ID", Long.toString(serial));
        fields.put("MESSAGE", typeName + " " + text);
        return entry(fields);
    }

    /** Adds an entry of a program that root or another user runs. */
    public Journal message(String transport, String uid, String identifier, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MESSAGE", message);
        fields.put("_TRANSPORT", transport);
        fields.put("_UID", uid);
        fields.put("SYSLOG_IDENTIFIER", identifier);
        return entry(fields);
    }

    /** Adds an entry. */
    public Journal entry(Map<String, String> own) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("__CURSOR", "s=1;i=" + Integer.toHexString(++entries));
        fields.put("__REALTIME_TIMESTAMP", "1700000000000000");
        fields.put("_MACHINE_ID", "00000000000000000000000000000001");
        fields.put("_HOSTNAME", "web1");
        fields.putAll(own);
        fields.forEach(this::exportField);
        export.write('\n');
        json.append('{');
        fields.forEach((name, value) -> json.append(json.charAt(json.length() - 1) == '{' ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(jsonValue(value)));
        json.append("}\n");
        return this;
    }

    /** Returns the journal in the export format. */
    public byte[] export() {
        return export.toByteArray();
    }

    /** Returns the journal as JSON, an entry a line. */
    public byte[] json() {
        return json.toString().getBytes(US_ASCII);
    }

    private void exportField(String name, String value) {
        export.writeBytes(name.getBytes(US_ASCII));
        byte[] bytes = value.getBytes(ISO_8859_1);
        if (isPlain(value)) {
            export.write('=');
        } else {
            export.write('\n');
            export.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(bytes.length)
                    .array());
        }
        export.writeBytes(bytes);
        export.write('\n');
    }

    private static String jsonValue(String value) {
        if (!isPlain(value)) {
            return value.chars().mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        }
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    /** journalctl writes as text what is UTF-8 without control characters; here: what is printable ASCII. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7F));
    }
}
