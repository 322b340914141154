package dev.aulens.index;

/** Is told how far an indexing run has come. */
public interface IndexingProgress {

    /** Hears nothing. */
    IndexingProgress NONE = new IndexingProgress() {
        @Override
        public void bytes(long stored) {}

        @Override
        public void event() {}
    };

    /** Bytes of the inputs, as they are stored, were read. */
    void bytes(long stored);

    /** An event was handed to the server's queue. */
    void event();
}
