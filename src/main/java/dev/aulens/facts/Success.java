package dev.aulens.facts;

/** Whether what an event tells of succeeded. */
public enum Success {
    /** No record says so. */
    UNSET("unset"),
    NO("no"),
    YES("yes");

    private final String word;

    Success(String word) {
        this.word = word;
    }

    /** Returns aureport's word for it. */
    public String word() {
        return word;
    }
}
