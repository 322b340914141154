package dev.aulens.report;

import dev.aulens.search.ExactTerms.Answer;
import dev.aulens.search.ExactTerms.Question;
import java.util.Map;

/**
 * What questions that were asked together brought.
 *
 * @param byQuestion one answer for each question
 */
record Answers(Map<Question, Answer> byQuestion) {

    Answers {
        byQuestion = Map.copyOf(byQuestion);
    }

    /**
     * Returns the answer to a question.
     *
     * @throws IllegalArgumentException if that was not asked
     */
    Answer to(Question question) {
        Answer answer = byQuestion.get(question);
        if (answer == null) {
            throw new IllegalArgumentException("not asked: " + question);
        }
        return answer;
    }
}
