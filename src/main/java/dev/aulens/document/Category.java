package dev.aulens.document;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event is, in ECS's words: a row of the table {@code categories.tsv}, or one with a type changed by the facts.
 *
 * @param kind ECS event.kind
 * @param action event.action, null if the table has no name for what was done
 * @param categories ECS event.category
 * @param types ECS event.type
 * @param objectType auditd.summary.object.type, null if the event has no object
 * @param primary fields of which the first is the event's object
 * @param secondary fields of which the first is the event's second object
 * @param how fields of which the first is what it was done with; none for the executable
 * @param persons whom {@code user} and {@code user.effective} mean
 */
record Category(
        SerializableString kind,
        @Nullable SerializableString action,
        List<SerializableString> categories,
        List<SerializableString> types,
        @Nullable String objectType,
        List<FieldTable.Known> primary,
        List<FieldTable.Known> secondary,
        List<FieldTable.Known> how,
        Persons persons) {

    /** Of events that the table does not know. */
    static final Category UNKNOWN = new Category(
            new SerializedString("event"),
            null,
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            Persons.OF_PROCESS);

    /** Returns the same with other types. */
    Category withTypes(List<SerializableString> others) {
        return new Category(kind, action, categories, others, objectType, primary, secondary, how, persons);
    }

    /** Returns the same with another action. */
    Category withAction(SerializableString other) {
        return new Category(kind, other, categories, types, objectType, primary, secondary, how, persons);
    }

    /** Returns the same with another's categories and types added. */
    Category with(Category other) {
        return new Category(
                kind,
                action,
                union(categories, other.categories),
                union(types, other.types),
                objectType,
                primary,
                secondary,
                how,
                persons);
    }

    boolean hasCategory(String name) {
        return contains(categories, name);
    }

    boolean hasType(String name) {
        return contains(types, name);
    }

    /** Returns whether a program was executed, or should have been. */
    boolean isExecution() {
        return action != null && action.getValue().equals("executed");
    }

    private static boolean contains(List<SerializableString> values, String name) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).getValue().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<SerializableString> union(List<SerializableString> one, List<SerializableString> other) {
        List<SerializableString> all = new ArrayList<>(one);
        for (SerializableString value : other) {
            if (!contains(all, value.getValue())) {
                all.add(value);
            }
        }
        return List.copyOf(all);
    }
}
