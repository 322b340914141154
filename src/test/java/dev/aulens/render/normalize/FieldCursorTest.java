package dev.aulens.render.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aulens.testing.Events;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldCursorTest {

    private final FieldCursor cursor = new FieldCursor(Events.single("""
                    type=SYSCALL msg=audit(1700000000.000:1): a=1 b= c=3 key=(null) d=4
                    type=CWD msg=audit(1700000000.000:1): a=5 e=6
                    """).records());

    @Test
    void searchStaysAtTheFieldThatItIsFor() {
        cursor.find("a");

        assertThat(text(cursor.find("a"))).isEqualTo("1");
    }

    @Test
    void searchGoesOnInTheNextRecord() {
        cursor.find("c");

        assertThat(text(cursor.find("a"))).isEqualTo("5");
        assertThat(cursor.record()).isEqualTo(1);
    }

    @Test
    void searchInVainLosesThePlace() {
        assertThat(cursor.find("x")).isNull();
        assertThat(cursor.find("a")).isNull();

        cursor.toRecord(1);
        assertThat(text(cursor.find("a"))).isEqualTo("5");
    }

    @Test
    void searchFromTheLastFieldFailsButKeepsThePlace() {
        cursor.find("d");

        assertThat(cursor.find("e")).isNull();
        cursor.back();
        assertThat(text(cursor.find("e"))).isEqualTo("6");
    }

    @Test
    void emptyFieldsAndAbsentKeysAreNotFound() {
        assertThat(cursor.find("b")).isNull();
        cursor.toFirstRecord();
        assertThat(cursor.find("key")).isNull();
    }

    @Test
    void recordThatDoesNotExistIsNotGoneTo() {
        cursor.find("c");
        cursor.toRecord(2);

        assertThat(text(cursor.find("d"))).isEqualTo("4");
    }

    @Test
    void placeOfAFieldIsTakenForOneOfAnotherRecord() {
        cursor.find("d");
        assertThat(text(cursor.misplaced(cursor.current(), 1))).isNull();

        cursor.toFirstRecord();
        cursor.find("c");
        assertThat(text(cursor.misplaced(cursor.current(), 0))).isEqualTo("3");
        assertThat(text(cursor.misplaced(cursor.current(), 1))).isEqualTo("6");
        assertThat(text(cursor.misplaced(cursor.current(), 2))).isNull();
    }

    @Test
    void recordOfATypeIsGoneToOrThePlaceIsLost() {
        assertThat(cursor.toFirstOf(Set.of("CWD", "PATH"))).isNotNull();
        assertThat(text(cursor.find("a"))).isEqualTo("5");

        assertThat(cursor.toFirstOf(Set.of("PATH"))).isNull();
        assertThat(cursor.find("a")).isNull();
    }

    private static @Nullable String text(Value.@Nullable Field field) {
        return field == null ? null : field.record().value(field.index());
    }
}
