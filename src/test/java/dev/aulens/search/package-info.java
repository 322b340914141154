@NullMarked
package dev.aulens.search;

import org.jspecify.annotations.NullMarked;
