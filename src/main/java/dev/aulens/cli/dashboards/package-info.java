/** {@code aulens dashboards}: what Kibana is given. */
@NullMarked
package dev.aulens.cli.dashboards;

import org.jspecify.annotations.NullMarked;
