@NullMarked
package dev.aulens.query.time;

import org.jspecify.annotations.NullMarked;
