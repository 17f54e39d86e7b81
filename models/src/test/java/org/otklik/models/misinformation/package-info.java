/**
 * Tests of claim matching and signals; the labelled posts lie in {@code
 * src/test/resources/misinformation}.
 */
@NullMarked
package org.otklik.models.misinformation;

import org.jspecify.annotations.NullMarked;
