@NullMarked
package dev.aulens.continuity;

import org.jspecify.annotations.NullMarked;
