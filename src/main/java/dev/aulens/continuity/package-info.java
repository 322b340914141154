/** Tells from events what their log lacks: holes in the serial numbers, a clock that was set back, signs of lost records. */
@NullMarked
package dev.aulens.continuity;

import org.jspecify.annotations.NullMarked;
