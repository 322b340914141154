/** What must hold for saved objects, so that Kibana imports and shows them: found out without a Kibana. */
@NullMarked
package dev.aulens.dashboards.check;

import org.jspecify.annotations.NullMarked;
