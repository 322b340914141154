package dev.aulens.dashboards.check;

/**
 * Something that is wrong with saved objects.
 *
 * @param place the object, and the panel or column in it
 * @param fault what is wrong there
 */
public record Finding(String place, String fault) {

    @Override
    public String toString() {
        return place + ": " + fault;
    }
}
