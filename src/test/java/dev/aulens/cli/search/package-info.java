@NullMarked
package dev.aulens.cli.search;

import org.jspecify.annotations.NullMarked;
