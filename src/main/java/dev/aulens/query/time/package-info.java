/** Times as people write them: the words of ausearch, dates of the locale, ISO 8601. */
@NullMarked
package dev.aulens.query.time;

import org.jspecify.annotations.NullMarked;
