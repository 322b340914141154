@NullMarked
package dev.aulens.render.normalize;

import org.jspecify.annotations.NullMarked;
