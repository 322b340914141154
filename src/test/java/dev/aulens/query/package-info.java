@NullMarked
package dev.aulens.query;

import org.jspecify.annotations.NullMarked;
