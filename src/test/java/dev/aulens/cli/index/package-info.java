@NullMarked
package dev.aulens.cli.index;

import org.jspecify.annotations.NullMarked;
