/** What all packages share: the one fault that is told to the user. */
@NullMarked
package dev.aulens;

import org.jspecify.annotations.NullMarked;
