/** {@code aulens node}: the Elasticsearch of this installation. */
@NullMarked
package dev.aulens.cli.node;

import org.jspecify.annotations.NullMarked;
