package dev.aulens.record;

/** What the text of {@code ausearch -i} leaves open of a record that the kernel's own would say. */
public enum Doubt {
    /** Day and month of the date may be exchanged. */
    DATE,
    /** Where a value without quotes ends is told by the names behind it only, and they may be part of the value. */
    END,
    /** Control characters are printed as {@code \ooo}, and so are these four characters. */
    CONTROL_CHARACTERS,
    /** A user or group has a name but no number. */
    ACCOUNTS,
    /** An argument of the system call is a word without its number. */
    ARGUMENTS,
    /** Another value is a word that stands for several numbers. */
    VALUES,
    /** The arguments of a command are divided by blanks, which they may hold themselves. */
    TITLE
}
