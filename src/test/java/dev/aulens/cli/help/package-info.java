@NullMarked
package dev.aulens.cli.help;

import org.jspecify.annotations.NullMarked;
