package dev.aulens.verify;

/** Takes findings as they are made. */
@FunctionalInterface
public interface FindingSink {

    /** Takes the next finding. */
    void accept(Finding finding);
}
