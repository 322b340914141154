package dev.aulens.web;

import dev.aulens.Failure;
import dev.aulens.query.WrongUsageException;
import java.io.IOException;

/** What stands at one path. Called by several threads. */
interface Route {

    /**
     * Answers a request.
     *
     * @throws WrongUsageException if the parameters make no sense
     * @throws Failure if Elasticsearch cannot be asked
     */
    Answer answer(Parameters parameters) throws WrongUsageException, IOException;
}
