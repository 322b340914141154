/**
 * The program: its main class, and the commands put together. With {@code web} the only package that knows all others;
 * nothing imports it. Each family of commands is a package below; what they share is in {@code command}, {@code options},
 * {@code terminal}, {@code help} and {@code question}.
 */
@NullMarked
package dev.aulens.cli;

import org.jspecify.annotations.NullMarked;
