/** What the audit tools take out of an event, record by record: the values that their reports show and count. */
@NullMarked
package dev.aulens.facts;

import org.jspecify.annotations.NullMarked;
