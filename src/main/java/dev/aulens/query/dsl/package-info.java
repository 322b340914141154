/** Filters as queries of Elasticsearch. */
@NullMarked
package dev.aulens.query.dsl;

import org.jspecify.annotations.NullMarked;
