@NullMarked
package dev.aulens.cli.serve;

import org.jspecify.annotations.NullMarked;
