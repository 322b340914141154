package dev.aulens.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aulens.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogInputsTest {

    @TempDir
    private Path folder;

    @Test
    void readTheFilesOfADirectoryOldestFirst() throws IOException {
        for (String name : List.of(
                "audit.log",
                "audit.log.1.xz",
                "audit.log.2.gz",
                "audit.log.3.zst",
                "audit.log.4.bz2",
                "audit.log.10",
                "audit.log.x",
                "other")) {
            Files.writeString(folder.resolve(name), "x\n");
        }

        LogInputs inputs = of(folder.toString());

        assertThat(inputs)
                .extracting(input -> Path.of(input.name()).getFileName().toString())
                .containsExactly(
                        "audit.log.10",
                        "audit.log.4.bz2",
                        "audit.log.3.zst",
                        "audit.log.2.gz",
                        "audit.log.1.xz",
                        "audit.log");
    }

    @Test
    void keepTheOrderInWhichTheyAreNamed() throws IOException {
        Path a = Files.writeString(folder.resolve("a"), "1\n");
        Path b = Files.writeString(folder.resolve("b"), "2\n");

        assertThat(of(b.toString(), a.toString()))
                .extracting(LogInput::name)
                .containsExactly(b.toString(), a.toString());
    }

    @Test
    void decompressByContentNotByName() throws IOException {
        Path log = Files.write(folder.resolve("plain.log"), gzip("one\ntwo\n"));

        assertThat(lines(of(log.toString()).iterator().next())).containsExactly("one", "two");
    }

    @Test
    void readAllMembersOfAGzipFile() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("one\n"));
        both.write(gzip("two\n"));
        Path log = Files.write(folder.resolve("audit.log.1.gz"), both.toByteArray());

        assertThat(lines(of(log.toString()).iterator().next())).containsExactly("one", "two");
    }

    @Test
    void readStandardInput() throws IOException {
        InputStream input = new ByteArrayInputStream("one\n".getBytes(UTF_8));

        LogInput dash = LogInputs.of(List.of("-"), input).iterator().next();

        assertThat(dash.name()).isEqualTo("-");
        assertThat(lines(dash)).containsExactly("one");
    }

    @Test
    void reportTheStoredBytesAsProgress() throws IOException {
        byte[] stored = gzip("one\n".repeat(1_000));
        Path log = Files.write(folder.resolve("audit.log"), stored);
        long[] progress = new long[1];

        of(log.toString()).iterator().next().forEachLine(new Collector(), bytes -> progress[0] += bytes);

        assertThat(progress[0]).isEqualTo(stored.length);
    }

    @Test
    void readEachFileOnceThoughARotationRenamesThemMeanwhile() throws IOException {
        write("audit.log.2", "1\n");
        write("audit.log.1", "2\n");
        write("audit.log", "3\n");
        List<String> read = new ArrayList<>();

        for (LogInput input : of(folder.toString())) {
            read.addAll(lines(input));
            if (read.size() == 1) {
                rotate(3);
                write("audit.log", "4\n");
            }
        }

        assertThat(read).containsExactly("1", "2", "3", "4");
    }

    /** ext4 gives the inode of a file that was deleted to the next one. */
    @Test
    void readAFileThatHasTheInodeOfOneThatWasRead() throws IOException {
        write("audit.log.1", "1\n");
        write("audit.log", "2\n");
        List<String> read = new ArrayList<>();

        for (LogInput input : of(folder.toString())) {
            read.addAll(lines(input));
            if (read.size() == 1) {
                write("audit.log.1", "another log\n"); // the same inode
            }
        }

        assertThat(read).containsExactly("1", "2", "another log");
    }

    @Test
    void readAFileThatGrowsMeanwhileOnce() throws IOException {
        write("audit.log.1", "1\n");
        write("audit.log", "");
        List<String> read = new ArrayList<>();

        for (LogInput input : of(folder.toString())) {
            write("audit.log", Files.readString(folder.resolve("audit.log")) + "2\n");
            read.addAll(lines(input));
        }

        assertThat(read).containsExactly("1", "2", "2");
    }

    @Test
    void tellOfAFileThatWasDeletedBeforeItsTurn() throws IOException {
        write("audit.log.1", "1\n");
        write("audit.log", "2\n");
        Iterator<LogInput> inputs = of(folder.toString()).iterator();
        inputs.next();
        LogInput last = inputs.next();
        Files.delete(folder.resolve("audit.log"));

        assertThatThrownBy(() -> lines(last))
                .isInstanceOf(IOException.class)
                .hasMessage("the log was rotated, and it was deleted before it could be read");
    }

    @Test
    void tellOfAFileThatIsTruncatedWhileItIsRead() throws IOException {
        Path log = write("audit.log", "a line\n".repeat(100_000));
        LogInput input = of(log.toString()).iterator().next();
        AtomicBoolean truncated = new AtomicBoolean();

        assertThatThrownBy(() -> input.forEachLine(new Collector(), bytes -> {
                    if (!truncated.getAndSet(true)) {
                        truncate(log);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("it was truncated while it was read; where a copy of it stands, index that too");
    }

    private static void truncate(Path log) {
        try {
            Files.writeString(log, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nameTheFileOfADirectoryThatCannotBeRead() throws IOException {
        write("audit.log", "1\n");
        Path broken = Files.createSymbolicLink(folder.resolve("audit.log.1"), Path.of("/proc/self/mem"));

        assertThatThrownBy(() -> of(folder.toString()))
                .isInstanceOf(Failure.class)
                .hasMessage("cannot read " + folder + ": " + broken + ": Input/output error");
    }

    @Test
    void readAPipeThatHasAName() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        LogInputs inputs = of(pipe.toString());
        new ProcessBuilder("sh", "-c", "echo one > '" + pipe + "'").start();

        assertThat(inputs.totalSize()).isEqualTo(-1);
        assertThat(lines(inputs.iterator().next())).containsExactly("one");
    }

    @Test
    void holdTheFilesThatTheyReadOrWouldRead() throws IOException {
        Path log = write("audit.log", "1\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), log);
        Path other = write("other", "1\n");

        LogInputs directory = of(folder.toString());
        assertThat(List.of(
                        log,
                        link,
                        folder.resolve("audit.log.7"),
                        folder.resolve("../" + folder.getFileName() + "/audit.log")))
                .allMatch(directory::hold);
        assertThat(List.of(other, folder.resolve("audit.log.ndjson"), folder.resolve("no/audit.log")))
                .noneMatch(directory::hold);
        assertThat(of(log.toString()).hold(link)).isTrue();
        assertThat(of(log.toString()).hold(other)).isFalse();
    }

    @Test
    void refuseAnEmptyName() {
        assertThatThrownBy(() -> of(""))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("the name of a log is empty");
    }

    @Test
    void refuseWhatIsNotThere() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> of(missing.toString()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no such file or directory: " + missing);
    }

    @Test
    void refuseADirectoryWithoutLogs() {
        assertThatThrownBy(() -> of(folder.toString()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no audit.log in directory " + folder);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Gives each file the name of the next older one, as auditd does. */
    private void rotate(int files) throws IOException {
        for (int older = files; older > 1; older--) {
            Files.move(folder.resolve("audit.log." + (older - 1)), folder.resolve("audit.log." + older));
        }
        Files.move(folder.resolve("audit.log"), folder.resolve("audit.log.1"));
    }

    private static LogInputs of(String... names) {
        return LogInputs.of(List.of(names), InputStream.nullInputStream());
    }

    private static List<String> lines(LogInput input) throws IOException {
        Collector lines = new Collector();
        input.forEachLine(lines, bytes -> {});
        return lines.text;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static final class Collector implements LineSink {

        private final List<String> text = new ArrayList<>();

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            text.add(new String(buffer, from, to - from, UTF_8));
        }

        @Override
        public void partOfOverlongLine(byte[] buffer, int from, int to, long offset, int part, boolean last) {
            throw new AssertionError("no line here is that long");
        }

        @Override
        public void otherEntry(long offset, long length) {
            throw new AssertionError("no journal is read here");
        }
    }
}
