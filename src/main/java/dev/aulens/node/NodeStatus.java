package dev.aulens.node;

import java.net.URI;

/**
 * What a running node says of itself.
 *
 * @param number of the node in its cluster, from 1
 * @param url of its HTTP interface
 * @param pid of the server's process
 * @param version of Elasticsearch, or {@code unknown} if it does not answer
 * @param health of the cluster as the node sees it: {@code green}, {@code yellow} or {@code red}, or {@code unreachable}
 *     if it does not answer
 * @param dataBytes the size of its data on disk
 */
public record NodeStatus(int number, URI url, long pid, String version, String health, long dataBytes) {}
