/** What commands share that take the options of the audit tools. */
@NullMarked
package dev.aulens.cli.question;

import org.jspecify.annotations.NullMarked;
