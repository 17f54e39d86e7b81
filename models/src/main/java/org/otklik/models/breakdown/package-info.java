/**
 * «Прочее» broken down: messages that no category claims, sorted into concrete problems with names.
 *
 * <pre>
 * texts → mask, split into words (ReadText) → candidates (Lingo of carrot2, on lemmas)
 *       → join what overlaps, give every text to its nearest group (Groups) → name (ProblemName)
 * </pre>
 */
@NullMarked
package org.otklik.models.breakdown;

import org.jspecify.annotations.NullMarked;
