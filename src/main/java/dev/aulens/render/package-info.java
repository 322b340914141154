/** Events as text: as the log has them, as ausearch prints them, interpreted. */
@NullMarked
package dev.aulens.render;

import org.jspecify.annotations.NullMarked;
