@NullMarked
package dev.aulens.cli.dashboards;

import org.jspecify.annotations.NullMarked;
