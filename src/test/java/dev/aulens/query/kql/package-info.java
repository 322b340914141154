@NullMarked
package dev.aulens.query.kql;

import org.jspecify.annotations.NullMarked;
