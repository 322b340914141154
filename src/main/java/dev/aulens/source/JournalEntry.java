package dev.aulens.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a journal: the fields that a record is made of. Scratch space, reused.
 *
 * <p>journald takes records from the kernel itself (process_audit_string in its journald-audit.c): the time, the serial
 * and the type become fields, {@code MESSAGE} is the type's name and the text behind {@code audit(...):}. Such an entry
 * becomes the line that auditd writes. What the kernel's log, audispd or audisp-syslog hand to the journal is a record
 * already. A field whose name begins with an underscore is journald's own and cannot be forged.
 */
final class JournalEntry {

    private static final String MESSAGE = "MESSAGE";
    private static final String TRANSPORT = "_TRANSPORT";
    private static final String TYPE = "_AUDIT_TYPE";
    private static final String TYPE_NAME = "_AUDIT_TYPE_NAME";
    private static final String SERIAL = "_AUDIT_ID";
    private static final String MICROSECONDS = "_SOURCE_REALTIME_TIMESTAMP";
    private static final String USER = "_UID";
    private static final String MACHINE = "_MACHINE_ID";
    private static final Set<String> FIELDS =
            Set.of(MESSAGE, TRANSPORT, TYPE, TYPE_NAME, SERIAL, MICROSECONDS, USER, MACHINE);

    private static final byte[] RECORD = "audit(".getBytes(US_ASCII);
    private static final String AUDIT = "audit";
    private static final String ROOT = "0";

    private final Map<String, byte[]> fields = new LinkedHashMap<>();
    private boolean any;
    private boolean address;

    void clear() {
        fields.clear();
        any = false;
        address = false;
    }

    /** Tells whether a field of this name is of any use here. */
    static boolean uses(String name) {
        return FIELDS.contains(name);
    }

    /** Takes a field; of several with one name the first counts. */
    void put(String name, byte[] value) {
        any = true;
        address |= name.startsWith("__");
        if (uses(name)) {
            fields.putIfAbsent(name, value);
        }
    }

    /** Tells whether there is no field at all. */
    boolean isEmpty() {
        return !any;
    }

    /** Tells whether the entry has what journalctl puts to each: its cursor, its time. */
    boolean hasAddress() {
        return address;
    }

    /** Tells whether the kernel's audit wrote the entry. */
    boolean isOfAudit() {
        return text(TRANSPORT).equals(AUDIT);
    }

    /** Returns the machine that wrote the entry, empty if it does not say. */
    String machine() {
        return text(MACHINE);
    }

    /**
     * Returns the lines of records in the entry, as auditd writes them; the message of one that lacks journald's fields;
     * null if another program wrote the entry.
     */
    byte @Nullable [] lines() {
        byte[] message = fields.get(MESSAGE);
        if (message == null) {
            return null;
        }
        if (isOfAudit()) {
            return line(message);
        }
        boolean trusted = text(USER).isEmpty() || text(USER).equals(ROOT);
        return trusted && contains(message) ? message : null;
    }

    /** Returns the fields that are of use here as one text, for an entry that lacks its message. */
    byte[] withoutMessage() {
        StringBuilder text = new StringBuilder();
        for (String name : fields.keySet()) {
            text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(text(name));
        }
        return text.toString().getBytes(UTF_8);
    }

    private byte[] line(byte[] message) {
        String micros = text(MICROSECONDS);
        int name = 0;
        while (name < message.length && message[name] != ' ') {
            name++;
        }
        if (micros.length() <= 6 || text(SERIAL).isEmpty() || name == message.length) {
            return message;
        }
        int seconds = micros.length() - 6;
        ByteArrayOutputStream line = new ByteArrayOutputStream(message.length + 64);
        line.writeBytes(("type=" + type() + " msg=audit(" + micros.substring(0, seconds) + "."
                        + micros.substring(seconds, seconds + 3) + ":" + text(SERIAL) + "): ")
                .getBytes(US_ASCII));
        line.write(message, name + 1, message.length - name - 1);
        return line.toByteArray();
    }

    /** journald calls a type that it does not know {@code AUDIT1334}, auditd {@code UNKNOWN[1334]}. */
    private String type() {
        String name = text(TYPE_NAME);
        boolean known = !name.isEmpty() && !name.equals("AUDIT" + text(TYPE));
        return known ? name : "UNKNOWN[" + text(TYPE) + "]";
    }

    private static boolean contains(byte[] message) {
        for (int i = 0; i <= message.length - RECORD.length; i++) {
            if (Arrays.equals(message, i, i + RECORD.length, RECORD, 0, RECORD.length)) {
                return true;
            }
        }
        return false;
    }

    private String text(String name) {
        byte[] value = fields.get(name);
        return value == null ? "" : new String(value, UTF_8);
    }
}
