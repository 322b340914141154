package dev.aulens.web;

import dev.aulens.query.WrongUsageException;
import dev.aulens.search.EventHistogram;
import dev.aulens.search.Histogram;

/**
 * How many events there are, over time: {@code {"count":3,"interval":1000,"bars":[[1700000000000,2],...]}}, in
 * milliseconds.
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
            json.writeNumberField("interval", histogram.intervalMillis());
            json.writeArrayFieldStart("bars");
            for (Histogram.Bar bar : histogram.bars()) {
                json.writeArray(new long[] {bar.fromMillis(), bar.count()}, 0, 2);
            }
            json.writeEndArray();
        });
    }
}
