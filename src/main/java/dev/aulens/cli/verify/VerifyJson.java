package dev.aulens.cli.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.AsciiJson;
import dev.aulens.continuity.ClockJump;
import dev.aulens.continuity.LossSign;
import dev.aulens.continuity.NodeSummary;
import dev.aulens.continuity.SerialGap;
import dev.aulens.event.LineCounts;
import dev.aulens.verify.EventCounts;
import dev.aulens.verify.Finding;
import dev.aulens.verify.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A verification for programs: one JSON object on one line. */
final class VerifyJson implements VerifyReport {

    private final PrintStream out;
    private final long limit;
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private final JsonGenerator json;

    /** @param limit the most details of each kind */
    VerifyJson(PrintStream out, long limit) {
        this.out = out;
        this.limit = limit;
        try {
            json = AsciiJson.generator(out);
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(Finding finding) {
        if (counts.merge(finding.kind(), 1L, Long::sum) > limit) {
            return;
        }
        try {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("host", finding.id().node());
            json.writeStringField("time", time(finding.id().millis()));
            json.writeNumberField("serial", finding.id().serial());
            if (finding.origin() != null) {
                json.writeStringField("file", finding.origin().source());
                json.writeNumberField("offset", finding.origin().offset());
            }
            if (!finding.names().isEmpty()) {
                json.writeArrayFieldStart(finding.kind() == Finding.Kind.ALTERED ? "fields" : "lacking");
                for (String name : finding.names()) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(Verification verification) {
        try {
            json.writeEndArray();
            json.writeBooleanField("complete", verification.events().agree());
            lines(verification.lines());
            events(verification.events());
            json.writeArrayFieldStart("hosts");
            for (NodeSummary node : verification.nodes()) {
                node(node);
            }
            json.writeEndArray();
            json.writeBooleanField("all_gaps_tracked", verification.trackedAll());
            json.writeArrayFieldStart("lost");
            for (LossSign sign : verification.signs()) {
                sign(sign);
            }
            json.writeEndArray();
            json.writeNumberField("seconds", verification.elapsed().toMillis() / 1000.0);
            json.writeEndObject();
            json.close();
            out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lines(LineCounts lines) throws IOException {
        json.writeObjectFieldStart("lines");
        json.writeNumberField("all", lines.lines());
        json.writeNumberField("records", lines.records());
        json.writeNumberField("blank", lines.blank());
        json.writeNumberField("separators", lines.separators());
        json.writeNumberField("others", lines.others());
        json.writeNumberField("malformed", lines.malformed());
        json.writeEndObject();
    }

    private void events(EventCounts events) throws IOException {
        json.writeObjectFieldStart("events");
        json.writeNumberField("all", events.events());
        json.writeNumberField("complete", events.complete());
        json.writeNumberField("missing", events.missing());
        json.writeNumberField("different", events.different());
        json.writeNumberField("doubled", events.doubled());
        if (events.altered().isPresent()) {
            json.writeNumberField("altered", events.altered().getAsLong());
        }
        if (events.extra().isPresent()) {
            json.writeNumberField("extra", events.extra().getAsLong());
        }
        json.writeEndObject();
    }

    private void node(NodeSummary node) throws IOException {
        json.writeStartObject();
        json.writeStringField("host", node.node());
        json.writeNumberField("events", node.events());
        json.writeNumberField("boots", node.boots());
        json.writeNumberField("gaps", node.gaps());
        json.writeNumberField("lacking", node.lacking());
        json.writeArrayFieldStart("gap_list");
        for (SerialGap gap : node.listed().stream().limit(limit).toList()) {
            json.writeStartObject();
            json.writeNumberField("first", gap.first());
            json.writeNumberField("last", gap.last());
            json.writeStringField("after", time(gap.after()));
            json.writeStringField("before", time(gap.before()));
            json.writeBooleanField("daemon_started", gap.daemonStarted());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("clock_set_back");
        for (ClockJump jump : node.jumps().stream().limit(limit).toList()) {
            json.writeStartObject();
            json.writeNumberField("serial", jump.serial());
            json.writeStringField("from", time(jump.from()));
            json.writeStringField("to", time(jump.to()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void sign(LossSign sign) throws IOException {
        json.writeStartObject();
        json.writeStringField("meaning", sign.meaning());
        json.writeNumberField("lines", sign.lines());
        if (sign.records().isPresent()) {
            json.writeNumberField("records", sign.records().getAsLong());
        }
        json.writeEndObject();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
