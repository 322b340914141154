/** Where lines come from: files, rotated sets, compressed or not, standard input; and where each line stands there. */
@NullMarked
package dev.aulens.source;

import org.jspecify.annotations.NullMarked;
