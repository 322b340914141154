/** The Elasticsearch that comes with aulens, for trying out and for tests: unpacks, configures, starts and stops it. */
@NullMarked
package dev.aulens.node;

import org.jspecify.annotations.NullMarked;
