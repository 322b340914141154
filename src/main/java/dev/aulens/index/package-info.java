/** Documents into Elasticsearch: templates, index names, the bulk pipeline, joining of late parts, dead letters. */
@NullMarked
package dev.aulens.index;

import org.jspecify.annotations.NullMarked;
