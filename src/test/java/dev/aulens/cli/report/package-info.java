@NullMarked
package dev.aulens.cli.report;

import org.jspecify.annotations.NullMarked;
