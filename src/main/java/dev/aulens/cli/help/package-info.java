/** The help, manual pages and completions, made of the commands' own model. */
@NullMarked
package dev.aulens.cli.help;

import org.jspecify.annotations.NullMarked;
