/** What is asked for: conditions on documents, whatever language they were written in. */
@NullMarked
package dev.aulens.query;

import org.jspecify.annotations.NullMarked;
