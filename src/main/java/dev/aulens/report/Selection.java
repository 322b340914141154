package dev.aulens.report;

import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import dev.aulens.search.ExactTerms.Answer;
import dev.aulens.search.ExactTerms.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of the index that a report is about, to be counted.
 *
 * @param terms counts
 * @param filter holds for them
 */
record Selection(ExactTerms terms, Filter filter) {

    /** Asks several questions together. */
    Answers askAll(Question... questions) {
        List<Question> asked = List.of(questions);
        List<Answer> answers = terms.ask(filter, asked);
        Map<Question, Answer> byQuestion = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            byQuestion.put(asked.get(i), answers.get(i));
        }
        return new Answers(byQuestion);
    }

    /** Returns the answer to one question. */
    Answer ask(Question question) {
        return terms.ask(filter, question);
    }

    /** Returns those of the events that another filter holds for too. */
    Selection and(Filter more) {
        return new Selection(terms, Filter.all(filter, more));
    }
}
