/** Figures of a running tail for a monitoring system, as Prometheus reads them. */
@NullMarked
package dev.aulens.metrics;

import org.jspecify.annotations.NullMarked;
