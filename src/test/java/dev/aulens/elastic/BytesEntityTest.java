package dev.aulens.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesEntityTest {

    private final byte[] bytes = new byte[1_000_003];

    BytesEntityTest() {
        new Random(7).nextBytes(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_000})
    void aConnectionThatTakesAllGetsTheBodyInOneGo(int length) throws IOException {
        Connection connection = new Connection(Integer.MAX_VALUE);

        new BytesEntity(bytes, length, ContentType.APPLICATION_JSON).produceContent(connection, connection);

        assertThat(connection.taken.toByteArray()).isEqualTo(beginning(length));
        assertThat(connection.complete).isTrue();
        assertThat(connection.largest).isLessThanOrEqualTo(256 << 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {7_777, 262_144, 300_000})
    void aConnectionThatIsFullGetsTheRestLater(int room) throws IOException {
        Connection connection = new Connection(room);
        BytesEntity body = new BytesEntity(bytes, 1_000_000, ContentType.APPLICATION_JSON);

        int times = 0;
        while (!connection.complete && times < 1_000) {
            connection.room = room;
            body.produceContent(connection, connection);
            times++;
        }

        assertThat(connection.taken.toByteArray()).isEqualTo(beginning(1_000_000));
        assertThat(times).isEqualTo((1_000_000 + room - 1) / room);
    }

    @Test
    void aRequestThatIsRepeatedHasItsWholeBodyAgain() throws IOException {
        BytesEntity body = new BytesEntity(bytes, 500_000, ContentType.APPLICATION_JSON);
        Connection interrupted = new Connection(100_000);
        body.produceContent(interrupted, interrupted);
        Connection again = new Connection(Integer.MAX_VALUE);

        body.close();
        body.produceContent(again, again);

        assertThat(again.taken.toByteArray()).isEqualTo(beginning(500_000));
        assertThat(body.isRepeatable()).isTrue();
    }

    private byte[] beginning(int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** One that takes so many bytes at once. */
    private static final class Connection implements ContentEncoder, IOControl {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private int largest;
        private boolean complete;

        Connection(int room) {
            this.room = room;
        }

        @Override
        public int write(ByteBuffer source) {
            largest = Math.max(largest, source.remaining());
            byte[] some = new byte[Math.min(room, source.remaining())];
            source.get(some);
            room -= some.length;
            taken.writeBytes(some);
            return some.length;
        }

        @Override
        public void complete() {
            complete = true;
        }

        @Override
        public boolean isCompleted() {
            return complete;
        }

        @Override
        public void requestInput() {}

        @Override
        public void suspendInput() {}

        @Override
        public void requestOutput() {}

        @Override
        public void suspendOutput() {}

        @Override
        public void shutdown() {}
    }
}
