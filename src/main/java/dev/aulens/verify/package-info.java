/** Proves that the index holds what a log holds: event by event, and what the log itself says of records that it lacks. */
@NullMarked
package dev.aulens.verify;

import org.jspecify.annotations.NullMarked;
