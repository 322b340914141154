/** The words behind {@code aulens report}: aureport's options, and conditions as searches take them. */
@NullMarked
package dev.aulens.report.options;

import org.jspecify.annotations.NullMarked;
