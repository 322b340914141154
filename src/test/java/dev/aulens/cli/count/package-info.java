@NullMarked
package dev.aulens.cli.count;

import org.jspecify.annotations.NullMarked;
