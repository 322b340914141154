/** Logs to measure with: what is in one, and larger ones made of it. */
@NullMarked
package dev.aulens.bench.log;

import org.jspecify.annotations.NullMarked;
