package dev.aulens.web;

import dev.aulens.index.MappedFields;

/** Which fields can be filtered by: {@code {"indices":"auditd-*","names":[...],"objects":[...]}}. */
final class FieldsRoute implements Route {

    private final String pattern;
    private final MappedFields fields;

    /** @param pattern of the indices, which the page shows */
    FieldsRoute(String pattern, MappedFields fields) {
        this.pattern = pattern;
        this.fields = fields;
    }

    @Override
    public Answer answer(Parameters parameters) {
        return Answer.json(json -> {
            json.writeStringField("indices", pattern);
            String[] names = fields.names().toArray(String[]::new);
            json.writeFieldName("names");
            json.writeArray(names, 0, names.length);
            String[] objects = fields.objects().toArray(String[]::new);
            json.writeFieldName("objects");
            json.writeArray(objects, 0, objects.length);
        });
    }
}
