/** The page over the index, and the JSON that it asks for: on loopback, read only. */
@NullMarked
package dev.aulens.web;

import org.jspecify.annotations.NullMarked;
