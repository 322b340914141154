/** Hits: the documents that a filter finds, streamed in order of time and turned back into events. */
@NullMarked
package dev.aulens.search;

import org.jspecify.annotations.NullMarked;
