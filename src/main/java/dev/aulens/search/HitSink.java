package dev.aulens.search;

import java.io.IOException;

/** Takes what a search finds, in order. */
@FunctionalInterface
public interface HitSink<T> {

    /**
     * Takes the next hit; it may wait (back-pressure).
     *
     * @return whether more are wanted
     * @throws IOException if it cannot hand the hit on, which ends the search
     */
    boolean accept(T hit) throws IOException;
}
