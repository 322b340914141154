@NullMarked
package dev.aulens.index;

import org.jspecify.annotations.NullMarked;
