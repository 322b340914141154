package dev.aulens.source;

import java.io.IOException;

/** Hands on the records in the entries of one journal as lines. */
final class JournalLines {

    private final LineSink sink;
    private String machine = "";

    JournalLines(LineSink sink) {
        this.sink = sink;
    }

    /**
     * Takes an entry. One of the kernel's audit that lacks its message becomes a line that holds no record, with the
     * fields that it has: something was lost.
     *
     * @param offset of its first byte in the decompressed input
     * @param length in bytes
     * @throws IOException if it is another machine's than those before: two machines have the same serials
     */
    void entry(JournalEntry entry, long offset, long length) throws IOException {
        byte[] lines = entry.lines();
        if (lines == null && entry.isOfAudit()) {
            byte[] fields = entry.withoutMessage();
            sink.line(fields, 0, fields.length, offset);
            return;
        }
        if (lines == null) {
            sink.otherEntry(offset, length);
            return;
        }
        checkMachine(entry.machine());
        int from = 0;
        for (int to = 0; to <= lines.length; to++) {
            if (to == lines.length || lines[to] == '\n') {
                sink.line(lines, from, to, offset);
                from = to + 1;
            }
        }
    }

    private void checkMachine(String other) throws IOException {
        if (!machine.isEmpty() && !other.isEmpty() && !other.equals(machine)) {
            throw new IOException("it holds entries of several machines; index each by itself: journalctl _MACHINE_ID="
                    + machine + " -o export | aulens index --host NAME -");
        }
        machine = other.isEmpty() ? machine : other;
    }
}
