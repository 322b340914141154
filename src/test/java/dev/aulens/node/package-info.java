/** Tests of the embedded Elasticsearch. */
@NullMarked
package dev.aulens.node;

import org.jspecify.annotations.NullMarked;
