/** The terminal: streams, the pager, progress and colour. */
@NullMarked
package dev.aulens.cli.terminal;

import org.jspecify.annotations.NullMarked;
