@NullMarked
package dev.aulens.web;

import org.jspecify.annotations.NullMarked;
