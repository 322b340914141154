package dev.aulens.report;

import dev.aulens.query.Filter;
import dev.aulens.search.ExactTerms;
import dev.aulens.search.ExactTerms.Answer;
import dev.aulens.search.ExactTerms.Question;
import java.util.List;

/**
 * The events of the index that a report is about, to be counted.
 *
 * @param terms counts
 * @param filter holds for them
 */
record Selection(ExactTerms terms, Filter filter) {

    /** Returns the answers in the order of the questions. */
    List<Answer> ask(List<Question> questions) {
        return terms.ask(filter, questions);
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
