package dev.aulens.document;

/**
 * Whom {@code user} and {@code user.effective} mean in a document.
 *
 * @param user if not set in the event, {@code effective} stands in its place; if that is not set either, the process's uid
 * @param effective left out if it is not set in the event
 */
record Persons(Person user, Person effective) {

    /** Of events that are about their process. */
    static final Persons OF_PROCESS = new Persons(Person.REAL, Person.EFFECTIVE);
}
