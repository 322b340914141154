package dev.aulens.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableRendererTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void columnsAreAligned() throws IOException {
        TableRenderer table = table(0);
        table.row(List.of("alice", "opened-file", "/etc/shadow"), out);
        table.row(List.of("目录", "", "/tmp"), out);
        table.end(out);

        assertThat(out.toString(UTF_8)).isEqualTo("""
                USER   ACTION       OBJECT
                alice  opened-file  /etc/shadow
                目录                /tmp
                """);
    }

    @Test
    void widestColumnGivesWay() throws IOException {
        TableRenderer table = table(34);
        table.row(List.of("alice", "opened-file", "/usr/share/locale/locale.alias"), out);
        table.end(out);

        assertThat(out.toString(UTF_8)).isEqualTo("""
                USER   ACTION       OBJECT
                alice  opened-file  /usr/share/lo…
                """);
    }

    @Test
    void rowsBehindTheFirstAreWrittenAtOnce() throws IOException {
        TableRenderer table = table(0);
        for (int i = 0; i < 200; i++) {
            table.row(List.of("a", "b", "c"), out);
        }
        assertThat(out.toString(UTF_8).lines()).hasSize(201);

        table.row(List.of("longer than all before", "b", "c"), out);

        assertThat(out.toString(UTF_8)).endsWith("longer than all before  b       c\n");
    }

    @Test
    void withoutRowsThereIsNoHeading() throws IOException {
        table(0).end(out);

        assertThat(out.size()).isZero();
    }

    private static TableRenderer table(int width) {
        return new TableRenderer(
                List.of("user", "action", "object"), width, Escaping.TTY, heading -> heading.toUpperCase(Locale.ROOT));
    }
}
