package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import dev.aulens.search.EventHistogram;
import dev.aulens.search.Histogram;
import dev.aulens.search.HistogramInterval;

/**
 * How many events there are, over time: {@code {"count":3,"interval":"30 seconds","bars":[[1700000000000,1700000030000,2],
 * ...]}}, a bar from its first millisecond to the first behind it; those without events are left out.
 */
final class HistogramRoute implements Route {

    private final QuestionReader questions;
    private final EventHistogram histograms;

    HistogramRoute(QuestionReader questions, EventHistogram histograms) {
        this.questions = questions;
        this.histograms = histograms;
    }

    @Override
    public Answer answer(Parameters parameters) throws WrongUsageException {
        Histogram histogram = histograms.of(questions.read(parameters).filter());
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
        });
    }
}
