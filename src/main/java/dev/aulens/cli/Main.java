package dev.aulens.cli;

import picocli.CommandLine;

/** The program. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the JVM with its {@link ExitStatus}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AulensCommand()).execute(args));
    }
}
