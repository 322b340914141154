package dev.aulens.bench;

import java.io.IOException;

/** One thing to measure. */
public interface Part {

    /** Returns the word that selects it. */
    String name();

    /** Measures, and hands tables to the results. */
    void run(Bench bench) throws IOException;
}
