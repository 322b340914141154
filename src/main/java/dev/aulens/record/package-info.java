/** One line of an audit log: its type, its id and its fields. Knows nothing of events, names or meaning. */
@NullMarked
package dev.aulens.record;

import org.jspecify.annotations.NullMarked;
