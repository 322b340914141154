/** {@code aulens demo}: sample logs, questions, and the commands that answer them. */
@NullMarked
package dev.aulens.cli.demo;

import org.jspecify.annotations.NullMarked;
