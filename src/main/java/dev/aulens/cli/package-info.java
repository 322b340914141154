/** The commands. The only package that knows all others (with {@code web}); nothing imports it. */
@NullMarked
package dev.aulens.cli;

import org.jspecify.annotations.NullMarked;
