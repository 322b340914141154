package dev.aulens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes events of several records to a log, interleaved and with unfinished lines, and remembers what it wrote. */
public final class EventWriter {

    private final GrowingLog log;
    private final Random random;
    private final Map<Long, String> written = new TreeMap<>();
    private long serial;

    public EventWriter(GrowingLog log, long seed) {
        this.log = log;
        this.random = new Random(seed);
    }

    /** Returns the records of each event, by serial number, as a document's event.original has them. */
    public Map<Long, String> written() {
        return written;
    }

    /** Writes some events. */
    public void write() {
        List<List<String>> events = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<String> event = event();
            written.put(serial, String.join("\n", event));
            events.add(new ArrayList<>(event));
        }
        StringBuilder text = new StringBuilder();
        while (!events.isEmpty()) {
            List<String> event = events.get(random.nextInt(events.size()));
            text.append(event.remove(0)).append('\n');
            if (event.isEmpty()) {
                events.remove(event);
            }
        }
        int cut = random.nextInt(text.length());
        try {
            log.write(text.substring(0, cut));
            log.write(text.substring(cut));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rotates the log in one of the ways that there are. */
    public void rotate() {
        try {
            if (random.nextBoolean()) {
                log.rename();
            } else {
                log.copyAndTruncate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> event() {
        long millis = System.currentTimeMillis();
        String id = String.format("msg=audit(%d.%03d:%d):", millis / 1_000, millis % 1_000, ++serial);
        List<String> records = new ArrayList<>(List.of(
                "type=SYSCALL " + id + " arch=c000003e syscall=257 success=yes exit=3 a0=ffffff9c items=1 ppid=1 pid="
                        + serial + " auid=1000 uid=0 tty=pts0 ses=3 comm=\"cat\" exe=\"/usr/bin/cat\" key=\"tail\"",
                "type=CWD " + id + " cwd=\"/root\"",
                "type=PATH " + id + " item=0 name=\"/etc/passwd\" inode=7 dev=08:01 mode=0100644 nametype=NORMAL",
                "type=PROCTITLE " + id + " proctitle=636174002F6574632F706173737764"));
        return records.subList(0, 1 + random.nextInt(records.size()));
    }
}
