/** Options and settings that commands share, and how their values are read. */
@NullMarked
package dev.aulens.cli.options;

import org.jspecify.annotations.NullMarked;
