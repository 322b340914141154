@NullMarked
package dev.aulens.query.options;

import org.jspecify.annotations.NullMarked;
