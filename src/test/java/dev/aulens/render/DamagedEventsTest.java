package dev.aulens.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.event.AuditEvent;
import dev.aulens.interpret.Edition;
import dev.aulens.interpret.Identities;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.record.AuditRecord;
import dev.aulens.testing.Damage;
import dev.aulens.testing.DamagedLog;
import dev.aulens.testing.HostileText;
import dev.aulens.testing.ReadLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the bytes of a log are: each event that is read of it is printed in every format, raw without a change, and
 * without control characters in the others.
 */
class DamagedEventsTest {

    private static final int SEEDS = 40;

    private final Map<String, EventRenderer> renderers = new LinkedHashMap<>();

    DamagedEventsTest() {
        for (Edition edition : Edition.values()) {
            for (OutputFormat format :
                    List.of(OutputFormat.DEFAULT, OutputFormat.INTERPRET, OutputFormat.CSV, OutputFormat.TEXT)) {
                renderers.put(
                        format + " of " + edition,
                        format.renderer(new OutputFormat.Settings(
                                Interpreter.load(edition),
                                ZoneOffset.UTC,
                                DateFormat.POSIX,
                                Escaping.TTY,
                                new CsvColumns(true, true, true, true))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED_BYTES", "CHANGED_WORDS", "CUT_LINES", "INTERLEAVED", "FALSE_BEGINNING"})
    void arePrinted(Damage damage) {
        DamagedLog.with(damage, SEEDS, Integer.MAX_VALUE).forEach(log -> {
            for (AuditEvent event : ReadLog.untilFault(log.bytes()).events()) {
                print(event, log.name() + ", event " + event.id());
            }
        });
    }

    private void print(AuditEvent event, String name) {
        try {
            assertThat(printed(new RawRenderer(), event)).as(name).contains(linesOf(event));
            for (Map.Entry<String, EventRenderer> each : renderers.entrySet()) {
                byte[] text = printed(each.getValue(), event);

                assertThat(HostileText.controlsIn(text))
                        .as(name + ": " + each.getKey())
                        .isEmpty();
            }
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    private static byte[] printed(EventRenderer renderer, AuditEvent event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(event, Identities.none(), out);
        assertThat(out.size()).isPositive();
        return out.toByteArray();
    }

    private static byte[] linesOf(AuditEvent event) {
        AuditRecord first = event.first();
        return Arrays.copyOfRange(first.line(), first.start(), first.line().length);
    }
}
