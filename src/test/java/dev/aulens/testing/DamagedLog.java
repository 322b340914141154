package dev.aulens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The beginning of one of the project's own logs, damaged. More damages: {@code -Daulens.seeds=10000}, others:
 * {@code -Daulens.seed=1000000}.
 *
 * @param name says how to make it again
 * @param bytes of the log
 */
@SuppressWarnings("ArrayRecordComponent") // read in tests, never compared
public record DamagedLog(String name, byte[] bytes) {

    private static final int MOST_BYTES = 40_000;
    private static final long FIRST_SEED = Long.getLong("aulens.seed", 0);

    /**
     * Returns logs with that damage.
     *
     * @param usual how many, unless {@code aulens.seeds} says it
     * @param most how many at most, whatever it says
     */
    public static Stream<DamagedLog> with(Damage damage, int usual, int most) {
        List<byte[]> logs = beginnings();
        int seeds = Math.min(Integer.getInteger("aulens.seeds", usual), most);
        return LongStream.range(FIRST_SEED, FIRST_SEED + seeds).mapToObj(seed -> of(damage, logs, seed));
    }

    private static DamagedLog of(Damage damage, List<byte[]> logs, long seed) {
        Random random = new Random(seed);
        byte[] log = logs.get(random.nextInt(logs.size()));
        byte[] other = logs.get(random.nextInt(logs.size()));
        return new DamagedLog(damage + ", seed " + seed, damage.of(log, other, seed));
    }

    private static List<byte[]> beginnings() {
        List<byte[]> logs = new ArrayList<>();
        for (Path log : Corpus.own()) {
            try {
                byte[] bytes = Files.readAllBytes(log);
                if (bytes.length > 0) {
                    logs.add(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return logs;
    }
}
