package dev.aulens.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a command several times. */
public final class Repeated {

    /** Seconds after which nothing is repeated any more. */
    public static final double ENOUGH = 60;

    private static final int FAULT = 2;

    private Repeated() {}

    /** Makes a command; a builder is good for one run. */
    @FunctionalInterface
    public interface Command {
        /** Returns the command. */
        ProcessBuilder builder() throws IOException;
    }

    /**
     * Returns the wall times of runs, in seconds. Runs that take long are fewer: none begins after {@link #ENOUGH}.
     *
     * @throws FailedCommandException if a run ends with a fault; a search that finds nothing is none
     */
    public static Distribution seconds(Command command, int runs) throws IOException {
        List<Double> seconds = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < runs && sum < ENOUGH; i++) {
            double time = seconds(command);
            sum += time;
            seconds.add(time);
        }
        return new Distribution(seconds);
    }

    /**
     * Returns the wall times of several commands that take turns, so that what else the machine does meets all alike.
     *
     * @param warmUps runs before those that count
     * @throws FailedCommandException if a run ends with a fault
     */
    public static Map<String, Distribution> inTurns(Map<String, Command> commands, int warmUps, int runs)
            throws IOException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int i = -warmUps; i < runs; i++) {
            for (Map.Entry<String, Command> command : commands.entrySet()) {
                double time = seconds(command.getValue());
                if (i >= 0) {
                    seconds.computeIfAbsent(command.getKey(), none -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        Map<String, Distribution> times = new LinkedHashMap<>();
        seconds.forEach((name, each) -> times.put(name, new Distribution(each)));
        return times;
    }

    private static double seconds(Command command) throws IOException {
        ProcessBuilder builder = command.builder();
        ProcessCost cost = ProcessMeter.run(builder);
        if (cost.status() >= FAULT) {
            throw new FailedCommandException(String.join(" ", builder.command()), cost.status());
        }
        return cost.wallSeconds();
    }
}
