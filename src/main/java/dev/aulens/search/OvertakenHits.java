package dev.aulens.search;

import java.util.ArrayDeque;
import java.util.Queue;

/** The hits of a search that others have overtaken, in the order of their places, one page in memory. */
final class OvertakenHits<T> {

    /** Where the hits come from. */
    @FunctionalInterface
    interface Pages<T> {

        /**
         * Returns the page after a document.
         *
         * @param size the most documents in it; it may have fewer, although there are more
         * @param after the document's sort values as JSON, empty for the first page
         */
        Page<T> read(int size, String after);
    }

    private final Pages<T> pages;
    private final int size;
    private final boolean reverse;
    private final Queue<Page.Found<T>> hits = new ArrayDeque<>();
    private boolean last;
    private String after = "";

    /** @param reverse whether the latest come first */
    OvertakenHits(Pages<T> pages, int size, boolean reverse) {
        this.pages = pages;
        this.size = size;
        this.reverse = reverse;
        fill();
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    /** Tells whether the next one comes before a hit that stands in its place by time. */
    boolean hasOneBefore(HitOrder.Position other) {
        Page.Found<T> next = hits.peek();
        if (next == null) {
            return false;
        }
        boolean isBehind = next.position().place().precedes(other.id());
        return isBehind != reverse;
    }

    /** @throws java.util.NoSuchElementException if there is none */
    Page.Found<T> next() {
        Page.Found<T> next = hits.remove();
        fill();
        return next;
    }

    private void fill() {
        while (hits.isEmpty() && !last) {
            Page<T> page = pages.read(size, after);
            hits.addAll(page.hits());
            last = !page.more();
            after = page.last();
        }
    }
}
