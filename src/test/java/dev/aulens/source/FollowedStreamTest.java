package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aulens.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedStreamTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void isReadToItsEnd() {
        try (FollowedStream stream = follow(new ByteArrayInputStream("one\ntwo".getBytes(UTF_8)))) {
            await().until(() -> stream.poll(0) && stream.ended());
            stream.requireWhole();
        }

        assertThat(lines).containsExactly("one", "two");
    }

    /** More blocks than are read ahead: the thread that reads has to wait when the fault comes. */
    @Test
    void thatFailsIsReadUpToTheFaultAndThenSaysSo() throws InterruptedException {
        int count = 400_000;
        byte[] text = "line\n".repeat(count).getBytes(UTF_8);
        try (FollowedStream stream = follow(new SequenceInputStream(new ByteArrayInputStream(text), new Broken()))) {
            Thread.sleep(200); // until it is full
            await().until(() -> stream.poll(0) && stream.ended());

            assertThatThrownBy(stream::requireWhole)
                    .isInstanceOf(Failure.class)
                    .hasMessage("cannot read standard input beyond byte " + text.length
                            + ": Input/output error; what came before is indexed");
        }
        assertThat(lines).hasSize(count);
    }

    private FollowedStream follow(InputStream stream) {
        return new FollowedStream(stream, (file, offset) -> new CollectedLines(lines));
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Input/output error");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return read();
        }
    }
}
