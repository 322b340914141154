/** The commands that write to the index, or drop of it: {@code index}, {@code tail}, {@code setup}, {@code prune}. */
@NullMarked
package dev.aulens.cli.index;

import org.jspecify.annotations.NullMarked;
