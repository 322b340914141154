/** What the numbers and the hex of a record mean, as words: tables, names of users and groups, one interpreter per kind of field. */
@NullMarked
package dev.aulens.interpret;

import org.jspecify.annotations.NullMarked;
