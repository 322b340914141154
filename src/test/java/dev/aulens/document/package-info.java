/** Tests of documents. */
@NullMarked
package dev.aulens.document;

import org.jspecify.annotations.NullMarked;
