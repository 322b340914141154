/** {@code aulens search} and {@code ausearch}: events, from the index. */
@NullMarked
package dev.aulens.cli.search;

import org.jspecify.annotations.NullMarked;
