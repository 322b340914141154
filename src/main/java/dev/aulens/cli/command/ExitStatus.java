package dev.aulens.cli.command;

/** What a command's exit status means. The aliases of the audit tools give the real tools' statuses instead. */
public final class ExitStatus {

    /** Done, or found. */
    public static final int DONE = 0;

    /** Nothing found, as grep and ausearch. */
    public static final int NOTHING_FOUND = 1;

    /** Wrong usage, or a fault. */
    public static final int FAILED = 2;

    /** Finished, but lines were malformed or documents rejected. */
    public static final int FINISHED_WITH_LOSSES = 3;

    /** The checkpoint file has another form or cannot be read, as ausearch. */
    public static final int CHECKPOINT_UNUSABLE = 10;

    /** The checkpoint file cannot be written, as ausearch. */
    public static final int CHECKPOINT_NOT_KEPT = 11;

    /** The event where the search before ended is gone, but later ones are there, as ausearch. */
    public static final int CHECKPOINT_LOST = 12;

    private ExitStatus() {}
}
