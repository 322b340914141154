/** The reports of aureport(8), and more: rows from events, counts from aggregations. */
@NullMarked
package dev.aulens.report;

import org.jspecify.annotations.NullMarked;
