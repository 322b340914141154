package dev.aulens.index;

/**
 * How a tail is doing at one moment.
 *
 * @param counts since its start
 * @param retries how often the server had to be asked again
 * @param inFlight documents that were sent and are not acknowledged
 * @param waits whether the server is being waited for
 * @param lagBytes bytes of the logs that are not acknowledged yet
 * @param lagSeconds how old the oldest of them is at most, 0 if there are none
 */
public record TailStatus(
        IndexingSummary counts, long retries, int inFlight, boolean waits, long lagBytes, double lagSeconds) {}
