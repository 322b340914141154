package dev.aulens.document;

/** A user that an event's records name, in one of the parts that they tell apart. */
enum Person {
    /** Who logged in. */
    LOGIN("auid"),
    /** Who was logged in before a login. */
    EARLIER_LOGIN("old-auid"),
    /** The user that the process runs as. */
    REAL("uid"),
    /** The user whose rights the process has. */
    EFFECTIVE("euid"),
    /** The account that the event is about. */
    ACCOUNT("acct");

    private final String field;

    Person(String field) {
        this.field = field;
    }

    /**
     * Returns the person of a field, in the words of {@code users.tsv}.
     *
     * @throws IllegalArgumentException if no person has that name
     */
    static Person of(String field) {
        for (Person person : values()) {
            if (person.field.equals(field)) {
                return person;
            }
        }
        throw new IllegalArgumentException(field);
    }
}
