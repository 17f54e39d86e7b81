/**
 * How the shipped models are made from labelled texts, and how well they do on texts they have not
 * seen.
 */
@NullMarked
package org.otklik.models.training;

import org.jspecify.annotations.NullMarked;
