package dev.aulens.interpret;

import org.jspecify.annotations.Nullable;

/** The type of a file, which is part of its mode (S_IFMT, inode(7)), in the words that each kind of output has for it. */
public enum FileType {
    FIFO(0010000, "fifo", "fifo", "fifo"),
    CHARACTER_DEVICE(0020000, "character", "character-device", "character-device"),
    DIRECTORY(0040000, "dir", "dir", "directory"),
    BLOCK_DEVICE(0060000, "block", "block-device", "block-device"),
    REGULAR(0100000, "file", "file", "file"),
    SYMBOLIC_LINK(0120000, "link", "symlink", "symlink"),
    SOCKET(0140000, "socket", "socket", "socket");

    private static final int MASK = 0170000; // S_IFMT
    private static final int UNIT = 010000;
    private static final @Nullable FileType[] BY_BITS = new @Nullable FileType[(MASK / UNIT) + 1];

    static {
        for (FileType type : values()) {
            BY_BITS[type.bits / UNIT] = type;
        }
    }

    private final int bits;
    private final String interpreted;
    private final String ecs;
    private final String object;

    FileType(int bits, String interpreted, String ecs, String object) {
        this.bits = bits;
        this.interpreted = interpreted;
        this.ecs = ecs;
        this.object = object;
    }

    /** Returns the type that a mode (st_mode of stat(2)) says, null if it says none of them. */
    public static @Nullable FileType of(int mode) {
        return BY_BITS[(mode & MASK) / UNIT];
    }

    /** Returns the type that {@code ausearch -i} prints with that word, null if it is not the word of a type. */
    static @Nullable FileType ofInterpreted(String word) {
        for (FileType type : values()) {
            if (type.interpreted.equals(word)) {
                return type;
            }
        }
        return null;
    }

    /** Returns the type's bits in a mode. */
    int bits() {
        return bits;
    }

    /** Returns the word that {@code ausearch -i} prints. */
    public String interpreted() {
        return interpreted;
    }

    /** Returns the word for ECS file.type. */
    public String ecs() {
        return ecs;
    }

    /** Returns the word for the kind of an object in {@code ausearch --format csv}. */
    public String object() {
        return object;
    }
}
