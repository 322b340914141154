@NullMarked
package dev.aulens.elastic;

import org.jspecify.annotations.NullMarked;
