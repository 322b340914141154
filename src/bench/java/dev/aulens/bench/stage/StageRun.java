package dev.aulens.bench.stage;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.aulens.source.LogInput;
import dev.aulens.source.LogInputs;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * A process of its own that takes a log as far as one stage, several times: {@code StageRun STAGE LOG WARM-UPS ROUNDS}.
 * Prints a {@link StageCost}.
 */
final class StageRun {

    private StageRun() {}

    public static void main(String[] arguments) throws IOException {
        StagePass pass = new StagePass(Stage.valueOf(arguments[0]));
        LogInput log = LogInputs.of(List.of(arguments[1]), InputStream.nullInputStream())
                .iterator()
                .next();
        int warmUps = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (int i = 0; i < warmUps; i++) {
            StagePass.Tally unused = pass.run(log);
        }
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long ofThread = thread.getCurrentThreadCpuTime();
        long cpu = process.getProcessCpuTime();
        StagePass.Tally tally = pass.run(log);
        for (int i = 1; i < rounds; i++) {
            tally = pass.run(log);
        }
        StageCost cost = new StageCost(
                tally,
                (process.getProcessCpuTime() - cpu) / rounds,
                (thread.getCurrentThreadCpuTime() - ofThread) / rounds,
                (thread.getCurrentThreadAllocatedBytes() - allocated) / rounds);
        System.out.println(cost.line());
    }
}
