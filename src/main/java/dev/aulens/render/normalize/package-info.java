/** What an event tells about who did what to what with which result: the columns of ausearch's csv, the words of its text. */
@NullMarked
package dev.aulens.render.normalize;

import org.jspecify.annotations.NullMarked;
