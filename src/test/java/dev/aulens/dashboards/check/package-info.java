@NullMarked
package dev.aulens.dashboards.check;

import org.jspecify.annotations.NullMarked;
