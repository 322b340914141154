/** {@code aulens verify}: does the index hold what the logs hold? */
@NullMarked
package dev.aulens.cli.verify;

import org.jspecify.annotations.NullMarked;
