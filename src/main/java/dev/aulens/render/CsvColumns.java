package dev.aulens.render;

/**
 * The columns of csv that are printed on demand.
 *
 * @param keys the first key of the rule
 * @param labels security labels of subject and object
 * @param time parts of the time
 * @param secondObject another object, as the new name of a file
 */
public record CsvColumns(boolean keys, boolean labels, boolean time, boolean secondObject) {

    /** None of them. */
    public static final CsvColumns NONE = new CsvColumns(false, false, false, false);
}
