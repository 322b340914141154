@NullMarked
package dev.aulens.source;

import org.jspecify.annotations.NullMarked;
