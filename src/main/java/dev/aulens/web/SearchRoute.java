package dev.aulens.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.aulens.index.MappedFields;
import dev.aulens.interpret.Interpreter;
import dev.aulens.locale.DateFormat;
import dev.aulens.query.Filter;
import dev.aulens.query.WrongUsageException;
import dev.aulens.query.kql.KqlPrinter;
import dev.aulens.query.kql.LucenePrinter;
import dev.aulens.query.kql.Sayable;
import dev.aulens.record.EventId;
import dev.aulens.record.RecordParser;
import dev.aulens.record.RecordTypes;
import dev.aulens.render.CsvColumns;
import dev.aulens.render.Escaping;
import dev.aulens.render.EventRenderer;
import dev.aulens.render.OutputFormat;
import dev.aulens.search.EventSearch;
import dev.aulens.search.HitSink;
import dev.aulens.search.Indices;
import dev.aulens.search.SearchOutcome;
import dev.aulens.search.SearchRequest;
import dev.aulens.search.StoredHit;
import dev.aulens.search.StoredHitDecoder;
import dev.aulens.search.UnknownFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One page of hits, latest first.
 *
 * <pre>
 *   {"command":"aulens search ...","kql":"...","hits":[{"records":"----\ntype=...","document":{...}}],"notices":[],"after":"..."}
 * </pre>
 *
 * {@code lucene} stands in the place of {@code kql} if that cannot say it. {@code records} is what {@code -i} prints; {@code after}, if there may be more, is the parameter for the next page.
 */
final class SearchRoute implements Route {

    private static final int PAGE = 50;

    private final QuestionReader questions;
    private final Supplier<Indices> served;
    private final MappedFields fields;
    private final RecordTypes types;
    private final ZoneId zone;
    private final DateFormat dates;

    /** @param served the indices, for each request anew: they may be closed and opened meanwhile */
    SearchRoute(
            QuestionReader questions,
            Supplier<Indices> served,
            MappedFields fields,
            RecordTypes types,
            ZoneId zone,
            DateFormat dates) {
        this.questions = questions;
        this.served = served;
        this.fields = fields;
        this.types = types;
        this.zone = zone;
        this.dates = dates;
    }

    @Override
    public Answer answer(Parameters parameters) throws WrongUsageException, IOException {
        Question question = questions.read(parameters);
        String after = parameters.get("after");
        SearchRequest request = new SearchRequest(
                question.filter(),
                SearchRequest.Order.TIME,
                true,
                OptionalLong.of(PAGE),
                after.isEmpty() ? null : Position.parse(after));
        HitsOfAPage hits = new HitsOfAPage();
        Indices indices = served.get();
        SearchOutcome found =
                new EventSearch(indices).stream(request, new StoredHitDecoder(new RecordParser(types, zone)), hits);
        Notices notices = notices(question, indices, found.hits() == 0 && after.isEmpty());
        EventRenderer renderer = renderer(question);
        EventId last = found.last();
        return Answer.json(json -> {
            json.writeStringField("command", question.command());
            Set<Filter.Language> languages = Sayable.in(question.filter());
            if (languages.contains(Filter.Language.KQL)) {
                json.writeStringField("kql", KqlPrinter.print(question.filter()));
            } else if (languages.contains(Filter.Language.LUCENE)) {
                json.writeStringField("lucene", LucenePrinter.print(question.filter()));
            }
            json.writeArrayFieldStart("hits");
            for (StoredHit hit : hits.hits) {
                write(hit, renderer, json);
            }
            json.writeEndArray();
            notices.writeTo(json);
            if (last != null && hits.isFull()) {
                json.writeStringField("after", Position.print(last));
            }
        });
    }

    private Notices notices(Question question, Indices indices, boolean nothingFound) {
        Notices notices = new Notices();
        notices.addClosed(indices);
        if (nothingFound) {
            notices.addAll(new UnknownFields(indices, fields.names()).notices(question.filter()));
        }
        return notices;
    }

    private static void write(StoredHit hit, EventRenderer renderer, JsonGenerator json) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        renderer.render(hit.hit().event(), hit.hit().names(), records);
        json.writeStartObject();
        json.writeStringField("records", records.toString(StandardCharsets.UTF_8));
        json.writeFieldName("document");
        json.writeRawValue(new String(hit.json(), StandardCharsets.UTF_8));
        json.writeEndObject();
    }

    private EventRenderer renderer(Question question) {
        return OutputFormat.INTERPRET.renderer(new OutputFormat.Settings(
                Interpreter.load(question.options().edition()), zone, dates, Escaping.TTY, CsvColumns.NONE));
    }

    /** As many hits as a browser shows well: of large events fewer. */
    private static final class HitsOfAPage implements HitSink<StoredHit> {

        private static final int MOST_BYTES = 4 << 20;

        private final List<StoredHit> hits = new ArrayList<>();
        private long bytes;

        @Override
        public boolean accept(StoredHit hit) {
            hits.add(hit);
            bytes += hit.json().length;
            return !isFull();
        }

        boolean isFull() {
            return hits.size() == PAGE || bytes > MOST_BYTES;
        }
    }
}
