/** The options of ausearch, and aulens' own, as conditions on documents. */
@NullMarked
package dev.aulens.query.options;

import org.jspecify.annotations.NullMarked;
