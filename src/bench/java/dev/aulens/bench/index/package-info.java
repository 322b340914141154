/** What documents cost a server of the benchmark's own: indexing beside its ceiling, and the disk. */
@NullMarked
package dev.aulens.bench.index;

import org.jspecify.annotations.NullMarked;
