@NullMarked
package dev.aulens.cli.terminal;

import org.jspecify.annotations.NullMarked;
