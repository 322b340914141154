/** The stages from bytes to documents, each alone and together, beside other programs that read the same log. */
@NullMarked
package dev.aulens.bench.stage;

import org.jspecify.annotations.NullMarked;
