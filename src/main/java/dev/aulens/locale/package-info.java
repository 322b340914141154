/** How people of a locale write dates and times. */
@NullMarked
package dev.aulens.locale;

import org.jspecify.annotations.NullMarked;
