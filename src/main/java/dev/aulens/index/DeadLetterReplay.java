package dev.aulens.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aulens.Failure;
import dev.aulens.FileFault;
import dev.aulens.PrivateFiles;
import dev.aulens.document.DocumentWriter;
import dev.aulens.event.AuditEvent;
import dev.aulens.event.EventAssembler;
import dev.aulens.event.EventCopies;
import dev.aulens.event.LinesWithoutRecord;
import dev.aulens.event.RecordReader;
import dev.aulens.interpret.PrintedCopies;
import dev.aulens.record.RecordParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * Indexes what stands in a dead-letter file again, with the program and the server as they are today: lines are parsed
 * again, documents are made again of their records. The file then holds what failed again, with today's reason; it is
 * deleted if that is nothing, and left alone if nothing could be fed. Until everything else is acknowledged it stays as it was: after a fault or a crash the
 * same letters are fed again, and nothing is indexed twice.
 */
public final class DeadLetterReplay {

    /** A letter may hold the document of a very large event, in base64. */
    private static final int LONGEST_LETTER = 256 << 20;

    private final StoredEvents stored;
    private final DocumentWriter writer;
    private final BulkIndexer bulk;
    private final DeadLetters rest;
    private final PrintedCopies copies = new PrintedCopies();
    private final EventAssembler assembler = new EventAssembler(this::indexOfLines);
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_LETTER)
                    .build())
            .build());
    private final long start = System.nanoTime();
    private final RecordReader reader;
    private long lineOfLetter;
    private long kept;
    private long events;

    /**
     * @param bulk sends the documents
     * @param rest takes what fails again, of {@code bulk} too; a file in the folder of the one that is fed
     */
    public DeadLetterReplay(RecordParser parser, DocumentWriter writer, BulkIndexer bulk, DeadLetters rest) {
        this.reader = new RecordReader(parser, new FailedAgain());
        this.stored = new StoredEvents(parser);
        this.writer = writer;
        this.bulk = bulk;
        this.rest = rest;
    }

    /** Returns a name for the file that takes what fails again. */
    public static Path besides(Path file) {
        Path name =
                Path.of("." + file.getFileName() + "." + ProcessHandle.current().pid());
        return file.toAbsolutePath().resolveSibling(name);
    }

    /**
     * Feeds a file.
     *
     * @return the counts; a letter with a line counts as a line, one with a document as an event
     * @throws Failure if the file cannot be read or replaced or is not a dead-letter file, or the server takes no
     *     documents
     */
    public IndexingSummary feed(Path file) {
        try (DeadLetterReader letters = new DeadLetterReader(file)) {
            if (!letters.beginsWithLetter()) {
                throw new Failure(file + " holds no dead letters; name a dead-letter file that 'index' has written");
            }
            Files.deleteIfExists(rest.file());
            for (byte[] letter = letters.next(); letter != null; letter = letters.next()) {
                feed(letter);
            }
            assembler.flush();
            bulk.flush();
            bulk.refresh();
            IndexingSummary summary = summary();
            if (summary.lines().lines() > kept || events > 0) {
                replace(file, letters);
            }
            return summary;
        } catch (NoSuchFileException e) {
            throw new Failure("no such file: " + file + "; name a dead-letter file that 'index' has written", e);
        } catch (IOException e) {
            throw new Failure(
                    "cannot feed the dead letters of " + file + ": " + FileFault.reason(e)
                            + "; the file is as it was, and nothing is indexed twice",
                    e);
        } finally {
            rest.close();
            discardRest();
        }
    }

    private IndexingSummary summary() {
        return new IndexingSummary(
                reader.counts().withMalformed(kept),
                events,
                bulk.created(),
                bulk.joined(),
                bulk.duplicates(),
                bulk.rejected(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void feed(byte[] letter) throws IOException {
        if (letter.length == 0) {
            return;
        }
        try {
            JsonNode content = json.readTree(letter);
            byte[] bytes = content.path("bytes").binaryValue();
            if (bytes == null || content.has("part")) {
                keep(letter);
            } else if (content.has("document")) {
                document(bytes, letter);
            } else {
                line(content, bytes);
            }
        } catch (JsonProcessingException e) {
            keep(letter);
        }
    }

    private void document(byte[] document, byte[] letter) throws IOException {
        AuditEvent event;
        try {
            event = stored.event(json.readTree(document));
        } catch (IllegalStateException | DateTimeException | ArithmeticException e) {
            keep(letter); // its records or its time cannot be read
            return;
        }
        index(event);
    }

    private void line(JsonNode letter, byte[] line) {
        long offset = letter.path("offset").asLong();
        lineOfLetter = letter.path("line").asLong();
        reader.lines(assembler, letter.path("file").asText(), 0, offset).line(line, 0, line.length, offset);
    }

    /** Keeps a letter that says nothing which could be tried again: damaged, or a part of an overlong line. */
    private void keep(byte[] letter) {
        kept++;
        rest.again(letter);
    }

    /** A line keeps its number of then. */
    private final class FailedAgain implements LinesWithoutRecord {

        @Override
        public void malformed(String source, long number, long offset, String reason, byte[] buffer, int from, int to) {
            rest.malformed(source, lineOfLetter, offset, reason, buffer, from, to);
        }

        @Override
        public void overlong(String source, long number, long offset, int part, byte[] buffer, int from, int to) {
            throw new IllegalStateException("the parts of overlong lines are kept as they are");
        }
    }

    /** A line that failed in several runs has as many letters. */
    private void indexOfLines(AuditEvent event) {
        index(copies.withoutPrinted(EventCopies.merge(event)));
    }

    private void index(AuditEvent event) {
        events++;
        bulk.add(writer.write(event));
    }

    /** An indexer may have added letters meanwhile: before the file is replaced, and to the old one just after. */
    private void replace(Path file, DeadLetterReader letters) throws IOException {
        rest.close();
        appendRest(letters, rest.file());
        if (Files.exists(rest.file())) {
            PrivateFiles.replace(file, rest.file());
        } else {
            Files.delete(file);
        }
        appendRest(letters, file);
    }

    private static void appendRest(DeadLetterReader letters, Path file) throws IOException {
        if (!letters.hasRest()) {
            return;
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PrivateFiles.permissions());
        }
        try (OutputStream target = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            letters.copyRest(target);
        }
    }

    private void discardRest() {
        try {
            Files.deleteIfExists(rest.file());
        } catch (IOException e) {
            throw new Failure("cannot delete " + rest.file() + ": " + FileFault.reason(e) + "; delete it yourself", e);
        }
    }
}
