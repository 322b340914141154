/** What all benchmarks share: processes and what they cost, tables, and the file of results. */
@NullMarked
package dev.aulens.bench.measure;

import org.jspecify.annotations.NullMarked;
