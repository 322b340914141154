package dev.aulens.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to logs on their way, at random. The same random numbers give the same damage. */
public enum Damage {
    RANDOM_BYTES {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            byte[] bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            return bytes;
        }
    },
    /** Bytes that begin as a format does, and go on at random. */
    FALSE_BEGINNING {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            List<String> beginnings = List.of(
                    "\u001f\u008b\b",
                    "BZh9",
                    "\u00fd7zXZ\0\0\4",
                    "(\u00b5/\u00fd",
                    "P*M\u0018",
                    "__CURSOR=",
                    "{\"",
                    "\u001e{",
                    "----\n",
                    "type=SYSCALL msg=audit(",
                    "type=SYSCALL msg=audit(1.000:1): ",
                    "type=EXECVE msg=audit(11/14/23 22:13:20.123:5) : argc=2 a0=");
            byte[] beginning = beginnings.get(random.nextInt(beginnings.size())).getBytes(ISO_8859_1);
            return joined(beginning, RANDOM_BYTES.of(log, other, random));
        }
    },
    CHANGED_BYTES {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            byte[] bytes = log.clone();
            for (int i = random.nextInt(1 + bytes.length / 20); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }
    },
    /** Words of lines that are lost, double, in another place, or have a byte that means something. */
    CHANGED_WORDS {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            List<String> bytes =
                    List.of("\u001d", "\u0001", "\"", "'", "=", ",", "(", ")", "{", "}", ":", "\\", "\u00e9");
            StringBuilder lines = new StringBuilder();
            for (byte[] line : lines(log)) {
                List<String> words = new ArrayList<>(List.of(new String(line, ISO_8859_1).split(" ", -1)));
                for (int i = random.nextInt(3); i > 0 && !words.isEmpty(); i--) {
                    int at = random.nextInt(words.size());
                    String word = words.remove(at);
                    int place = random.nextInt(word.length() + 1);
                    String changed = word.substring(0, place) + bytes.get(random.nextInt(bytes.size()));
                    switch (random.nextInt(4)) {
                        case 0 -> words.addAll(at, List.of(word, word));
                        case 1 -> words.add(random.nextInt(words.size() + 1), word);
                        case 2 -> words.add(at, changed + word.substring(place));
                        default -> {} // lost
                    }
                }
                lines.append(String.join(" ", words)).append('\n');
            }
            return lines.toString().getBytes(ISO_8859_1);
        }
    },
    CUT_LINES {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (byte[] line : lines(log)) {
                int from = random.nextInt(4) == 0 ? random.nextInt(line.length + 1) : 0;
                int to = random.nextInt(4) == 0 ? from + random.nextInt(line.length - from + 1) : line.length;
                bytes.write(line, from, to - from);
                if (random.nextInt(10) != 0) {
                    bytes.write('\n');
                }
            }
            return bytes.toByteArray();
        }
    },
    INTERLEAVED {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            List<byte[]> one = lines(log);
            List<byte[]> two = lines(other);
            int i = 0;
            int j = 0;
            while (i < one.size() || j < two.size()) {
                boolean first = j == two.size() || (i < one.size() && random.nextBoolean());
                bytes.writeBytes(first ? one.get(i++) : two.get(j++));
                bytes.write('\n');
            }
            return bytes.toByteArray();
        }
    },
    GIANT_LINES {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            String record = "type=EXECVE msg=audit(1700000000.123:5): argc=1 a0=";
            byte[] giant = new byte[3_900_000 + random.nextInt(9_000_000)];
            Arrays.fill(giant, (byte) (random.nextBoolean() ? 'A' : random.nextBoolean() ? ' ' : '='));
            byte[] line = random.nextBoolean() ? giant : joined(record.getBytes(ISO_8859_1), giant);
            return joined(log, joined(line, joined(new byte[] {'\n'}, other)));
        }
    },
    TRUNCATED_COMPRESSION {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            byte[] compressed = any(random).compress(log);
            return Arrays.copyOf(compressed, random.nextInt(compressed.length));
        }
    },
    CHANGED_COMPRESSION {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            byte[] compressed = any(random).compress(log);
            for (int i = random.nextInt(4); i >= 0; i--) {
                compressed[6 + random.nextInt(compressed.length - 6)] ^= (byte) (1 << random.nextInt(8));
            }
            return compressed;
        }
    },
    /** Lengths of binary fields, and all else, of a journal export. */
    DAMAGED_JOURNAL {
        @Override
        byte[] of(byte[] log, byte[] other, Random random) {
            Journal journal = new Journal();
            for (byte[] line : lines(log)) {
                String end = random.nextBoolean() ? "\u0001" : ""; // which makes the field a binary one
                journal.message("syslog", "0", "audisp-syslog", new String(line, ISO_8859_1) + end);
            }
            byte[] bytes = random.nextBoolean() ? journal.export() : journal.json();
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    };

    /** Returns bytes that were made of two logs. */
    abstract byte[] of(byte[] log, byte[] other, Random random);

    /**
     * Returns bytes that were made of two logs, of which there is a line each at least.
     *
     * @param seed tells one damage from another of its kind
     */
    public byte[] of(byte[] log, byte[] other, long seed) {
        return of(log, other, new Random(seed));
    }

    private static Compressor any(Random random) {
        List<Compressor> all = List.of(Compressor.values());
        return all.get(random.nextInt(all.size()));
    }

    private static List<byte[]> lines(byte[] log) {
        return new String(log, ISO_8859_1)
                .lines()
                .map(line -> line.getBytes(ISO_8859_1))
                .toList();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
