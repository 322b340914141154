@NullMarked
package dev.aulens.report.options;

import org.jspecify.annotations.NullMarked;
