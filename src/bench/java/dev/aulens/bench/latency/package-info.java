/** How long questions take, at the server and as a whole command. */
@NullMarked
package dev.aulens.bench.latency;

import org.jspecify.annotations.NullMarked;
