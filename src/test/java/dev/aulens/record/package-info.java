@NullMarked
package dev.aulens.record;

import org.jspecify.annotations.NullMarked;
