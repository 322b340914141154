/** What tests share: logs, a real Elasticsearch, the real audit tools. */
@NullMarked
package dev.aulens.testing;

import org.jspecify.annotations.NullMarked;
