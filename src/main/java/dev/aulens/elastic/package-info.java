/** The connection to Elasticsearch: addresses, credentials, TLS, and its faults as sentences. */
@NullMarked
package dev.aulens.elastic;

import org.jspecify.annotations.NullMarked;
