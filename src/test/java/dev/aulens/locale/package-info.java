@NullMarked
package dev.aulens.locale;

import org.jspecify.annotations.NullMarked;
