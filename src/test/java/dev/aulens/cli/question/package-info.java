@NullMarked
package dev.aulens.cli.question;

import org.jspecify.annotations.NullMarked;
