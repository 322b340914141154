/** The program that measures aulens: see docs/performance.md. */
@NullMarked
package dev.aulens.bench;

import org.jspecify.annotations.NullMarked;
