@NullMarked
package dev.aulens.query.dsl;

import org.jspecify.annotations.NullMarked;
