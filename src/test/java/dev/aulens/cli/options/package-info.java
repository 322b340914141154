@NullMarked
package dev.aulens.cli.options;

import org.jspecify.annotations.NullMarked;
