@NullMarked
package dev.aulens.cli.node;

import org.jspecify.annotations.NullMarked;
