package dev.aulens.report;

import dev.aulens.facts.Decision;
import dev.aulens.facts.EventFacts;
import dev.aulens.facts.NamedFile;
import dev.aulens.facts.Success;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of detailed reports: the cells behind the date, in the order of the columns. */
final class ReportRows {

    private static final String NONE = "?";

    private ReportRows() {}

    /** Makes the rows of an event: one, or several of an event with several access vectors. */
    @FunctionalInterface
    interface Maker {
        List<List<String>> rows(ReportedEvent event, Words words);
    }

    static List<List<String>> decisions(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        List<List<String>> rows = new ArrayList<>();
        for (Decision decision : facts.decisions()) {
            rows.add(List.of(
                    orNone(facts.comm()),
                    orNull(decision.subject()),
                    words.syscall(event),
                    orNull(decision.kind()),
                    orNull(decision.permissions()),
                    orNull(decision.object()),
                    decision.word(),
                    serial(facts)));
        }
        return rows;
    }

    static List<List<String>> authentication(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        String account = facts.account();
        return origin(account != null ? account : words.uid(event), facts);
    }

    static List<List<String>> login(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        String account = facts.success() == Success.NO ? facts.account() : null;
        return origin(account != null ? account : words.auid(event), facts);
    }

    private static List<List<String>> origin(String who, EventFacts facts) {
        return row(
                who,
                orNull(facts.host()),
                orNull(facts.terminal()),
                orNull(facts.exe()),
                facts.success().word(),
                serial(facts));
    }

    static List<List<String>> modification(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                words.auid(event),
                orNone(facts.host()),
                orNone(facts.terminal()),
                orNone(facts.exe()),
                orNone(facts.account()),
                facts.success().word(),
                serial(facts));
    }

    static List<List<String>> command(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return process(orNone(facts.comm()), event, words);
    }

    static List<List<String>> executable(ReportedEvent event, Words words) {
        return process(orNone(event.facts().exe()), event, words);
    }

    private static List<List<String>> process(String what, ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(what, orNone(facts.terminal()), orNone(facts.host()), words.auid(event), serial(facts));
    }

    static List<List<String>> typeAndUser(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(words.type(facts), words.auid(event), facts.success().word(), serial(facts));
    }

    static List<List<String>> userAndType(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(words.auid(event), words.type(facts), facts.success().word(), serial(facts));
    }

    static List<List<String>> type(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(words.type(facts), facts.success().word(), serial(facts));
    }

    static List<List<String>> event(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                serial(facts),
                words.type(facts),
                words.auid(event),
                facts.success().word());
    }

    static List<List<String>> file(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                firstFile(facts.files()),
                words.syscall(event),
                facts.success().word(),
                orNone(facts.exe()),
                words.auid(event),
                serial(facts));
    }

    /** Of several names the first that is more than the directory of another; nothing if there is none. */
    private static String firstFile(List<NamedFile> files) {
        if (files.size() == 1) {
            return files.get(0).name();
        }
        return files.stream()
                .filter(file -> !file.isOnlyParent())
                .map(NamedFile::name)
                .findFirst()
                .orElse("");
    }

    static List<List<String>> host(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(orNull(facts.host()), words.syscall(event), words.auid(event), serial(facts));
    }

    static List<List<String>> key(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                orNull(facts.firstKey()),
                facts.success().word(),
                orNone(facts.exe()),
                words.auid(event),
                serial(facts));
    }

    static List<List<String>> anomaly(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        String exe = facts.exe();
        return row(
                words.type(facts),
                exe != null ? exe : orNone(facts.comm()),
                orNone(facts.terminal()),
                orNone(facts.host()),
                words.auid(event),
                serial(facts));
    }

    static List<List<String>> pid(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                Long.toString(facts.pid()),
                orNone(facts.exe()),
                words.syscall(event),
                words.auid(event),
                serial(facts));
    }

    static List<List<String>> syscall(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                words.syscall(event),
                Long.toString(facts.pid() & 0xFFFF_FFFFL),
                orNone(facts.comm()),
                words.auid(event),
                serial(facts));
    }

    static List<List<String>> terminal(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                orNull(facts.terminal()), orNull(facts.host()), orNull(facts.exe()), words.auid(event), serial(facts));
    }

    static List<List<String>> keystrokes(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        String data = words.keystrokes(event);
        return data == null
                ? List.of()
                : row(
                        serial(facts),
                        words.auid(event),
                        orNone(facts.terminal()),
                        Long.toString(facts.session()),
                        orNone(facts.comm()),
                        data);
    }

    static List<List<String>> user(ReportedEvent event, Words words) {
        EventFacts facts = event.facts();
        return row(
                words.auid(event), orNone(facts.terminal()), orNone(facts.host()), orNone(facts.exe()), serial(facts));
    }

    private static List<List<String>> row(String... cells) {
        return List.of(List.of(cells));
    }

    private static String serial(EventFacts facts) {
        return Long.toString(facts.event().id().serial());
    }

    private static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }

    /** aureport hands some columns to printf(3) without looking whether there is a value. */
    private static String orNull(@Nullable String value) {
        return value == null ? EventFacts.NULL : value;
    }
}
