package dev.aulens.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a command several times. */
public final class Repeated {

    private static final int FAULT = 2;

    private Repeated() {}

    /** Makes a command; a builder is good for one run. */
    @FunctionalInterface
    public interface Command {
        /** Returns the command. */
        ProcessBuilder builder() throws IOException;
    }

    /**
     * Returns the wall times of runs, in seconds.
     *
     * @throws FailedCommandException if a run ends with a fault; a search that finds nothing is none
     */
    public static Distribution seconds(Command command, int runs) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ProcessBuilder builder = command.builder();
            ProcessCost cost = ProcessMeter.run(builder);
            if (cost.status() >= FAULT) {
                throw new FailedCommandException(String.join(" ", builder.command()), cost.status());
            }
            seconds.add(cost.wallSeconds());
        }
        return new Distribution(seconds);
    }
}
