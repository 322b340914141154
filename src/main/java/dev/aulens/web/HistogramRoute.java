package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import dev.aulens.search.EventHistogram;
import dev.aulens.search.Histogram;
import dev.aulens.search.HistogramInterval;
import dev.aulens.search.Indices;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * How many events there are, over time: {@code {"count":3,"interval":"30 seconds","bars":[[1700000000000,1700000030000,2],
 * ...],"notices":[]}}, a bar from its first millisecond to the first behind it; those without events are left out.
 */
final class HistogramRoute implements Route {

    private final QuestionReader questions;
    private final Supplier<Indices> served;
    private final ZoneId zone;

    /** @param served the indices, for each request anew: they may be closed and opened meanwhile */
    HistogramRoute(QuestionReader questions, Supplier<Indices> served, ZoneId zone) {
        this.questions = questions;
        this.served = served;
        this.zone = zone;
    }

    @Override
    public Answer answer(Parameters parameters) throws WrongUsageException {
        Indices indices = served.get();
        Histogram histogram =
                new EventHistogram(indices, zone).of(questions.read(parameters).filter());
        Notices notices = new Notices();
        notices.addClosed(indices);
        return Answer.json(json -> {
            json.writeNumberField("count", histogram.count());
            HistogramInterval interval = histogram.interval();
            json.writeStringField("interval", interval == null ? "" : interval.words());
            json.writeArrayFieldStart("bars");
            for (Histogram.Bar bar : histogram.bars()) {
                if (bar.count() > 0) {
                    json.writeArray(new long[] {bar.fromMillis(), bar.toMillis(), bar.count()}, 0, 3);
                }
            }
            json.writeEndArray();
            notices.writeTo(json);
        });
    }
}
