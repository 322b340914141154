package dev.aulens.node;

import java.net.URI;

/**
 * A node that listens.
 *
 * @param url of its HTTP interface, on loopback
 * @param pid of the server's process
 * @param startedNow whether this call has started it, and not an earlier one
 */
public record RunningNode(URI url, long pid, boolean startedNow) {}
