/** {@code aulens top} and {@code histogram}: how many events a search finds, by value and by time. */
@NullMarked
package dev.aulens.cli.count;

import org.jspecify.annotations.NullMarked;
