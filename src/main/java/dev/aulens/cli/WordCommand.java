package dev.aulens.cli;

import java.util.List;

/** A command whose words picocli leaves unread, because it cannot say their grammar. */
interface WordCommand {

    /** Takes the words. */
    void words(List<String> unread);

    /** Tells whether a word is an option of the command's own, not one that picocli reads. */
    boolean owns(String word);
}
