@NullMarked
package dev.aulens.dashboards;

import org.jspecify.annotations.NullMarked;
