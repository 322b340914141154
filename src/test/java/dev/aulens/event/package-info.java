@NullMarked
package dev.aulens.event;

import org.jspecify.annotations.NullMarked;
