@NullMarked
package dev.aulens.cli.verify;

import org.jspecify.annotations.NullMarked;
