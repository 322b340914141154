/** Kibana's dashboards over audit events: the files of {@code dashboards/}, as Kibana takes them, checked and sent. */
@NullMarked
package dev.aulens.dashboards;

import org.jspecify.annotations.NullMarked;
