package dev.aulens.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A file of the page, read from the program's jar once. */
final class PageFile implements Route {

    private final Answer answer;

    private PageFile(Answer answer) {
        this.answer = answer;
    }

    /**
     * Reads a resource of this package.
     *
     * @throws UncheckedIOException if the program's jar is damaged
     */
    static PageFile of(String name, String type) {
        try (InputStream file = Objects.requireNonNull(PageFile.class.getResourceAsStream(name), name)) {
            return new PageFile(new Answer(Answer.OK, type, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer answer(Parameters parameters) {
        return answer;
    }
}
