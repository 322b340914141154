/** What each command has: the world around it, the command above it, its exit status. */
@NullMarked
package dev.aulens.cli.command;

import org.jspecify.annotations.NullMarked;
