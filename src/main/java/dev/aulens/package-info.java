/**
 * What all packages share and the JDK lacks: the fault that is told to the user, files that only the user reads, authorities
 * of TLS, tables that are resources, bytes and texts without regular expressions. Nothing here knows of audit logs.
 */
@NullMarked
package dev.aulens;

import org.jspecify.annotations.NullMarked;
