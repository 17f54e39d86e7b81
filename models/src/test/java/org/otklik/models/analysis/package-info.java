/**
 * Tests of claim matching and signals; the labelled posts lie in {@code
 * src/test/resources/analysis}.
 */
@NullMarked
package org.otklik.models.analysis;

import org.jspecify.annotations.NullMarked;
