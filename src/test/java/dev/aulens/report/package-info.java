@NullMarked
package dev.aulens.report;

import org.jspecify.annotations.NullMarked;
