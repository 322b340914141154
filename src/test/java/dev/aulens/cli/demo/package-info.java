@NullMarked
package dev.aulens.cli.demo;

import org.jspecify.annotations.NullMarked;
