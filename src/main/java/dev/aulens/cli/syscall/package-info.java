/** {@code aulens syscall} and {@code ausyscall}. */
@NullMarked
package dev.aulens.cli.syscall;

import org.jspecify.annotations.NullMarked;
