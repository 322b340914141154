package dev.aulens.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A node that listens.
 *
 * @param url of its HTTP interface, on loopback
 * @param pid of the server's process
 * @param caCertificate of the authority that signed its certificate; empty with security off
 * @param startedNow whether this call has started it, and not an earlier one
 */
public record RunningNode(URI url, long pid, Optional<Path> caCertificate, boolean startedNow) {}
