/** Documents: one event as the JSON that Elasticsearch stores, in the Elastic schema, its categories and its sentence. */
@NullMarked
package dev.aulens.document;

import org.jspecify.annotations.NullMarked;
