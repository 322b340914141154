@NullMarked
package dev.aulens.cli;

import org.jspecify.annotations.NullMarked;
