package dev.aulens.bench.stage;

/**
 * What one pass over a log cost, as the mean of several.
 *
 * @param tally what came of the log
 * @param cpuNanos CPU time of the whole process, collector and compiler included
 * @param threadNanos CPU time of the thread that did it
 * @param allocated bytes that the thread allocated
 */
record StageCost(StagePass.Tally tally, long cpuNanos, long threadNanos, long allocated) {

    /** Returns the line that {@link #parse} reads. */
    String line() {
        return String.join(
                " ",
                Long.toString(tally.lines()),
                Long.toString(tally.records()),
                Long.toString(tally.events()),
                Long.toString(tally.written()),
                Long.toString(cpuNanos),
                Long.toString(threadNanos),
                Long.toString(allocated));
    }

    static StageCost parse(String line) {
        String[] words = line.strip().split(" ", -1);
        StagePass.Tally tally = new StagePass.Tally(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
        return new StageCost(tally, Long.parseLong(words[4]), Long.parseLong(words[5]), Long.parseLong(words[6]));
    }
}
