package dev.aulens.node;

import java.time.Duration;

/** Told what happens while a node is started or stopped, which takes seconds. */
public interface NodeProgress {

    /** Nobody is told. */
    NodeProgress SILENT = new NodeProgress() {
        @Override
        public void step(String what) {}

        @Override
        public void waiting(Duration elapsed) {}
    };

    /** A step begins, such as {@code Starting Elasticsearch 8.19.21}. */
    void step(String what);

    /** The step goes on; called several times a second. */
    void waiting(Duration elapsed);
}
