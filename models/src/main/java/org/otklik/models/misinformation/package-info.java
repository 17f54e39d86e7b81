/**
 * Which posts a person should look at because they may spread a rumour, and why. Never a verdict: a
 * match says that the words repeat a claim which somebody has checked, a signal says what in the
 * words deserves a look.
 *
 * <pre>
 * config/claims/*.yaml → {@link org.otklik.models.misinformation.ClaimRegister} → {@link org.otklik.models.misinformation.ClaimMatcher}
 *
 * text and tokens → ReadPost: TermText (words with root, concepts, rarity, polarity; numbers), Cues (turns of phrase),
 *                             Telling (how it is told, whatever it is about: TellingMarks → TellingModel)
 *                 → ClaimIndex: the few claims that share most with the post
 *                 → Comparison: what claim and post share, as named features (Pairing, Polarity) → MatchModel → ClaimMatch
 *                 → {@link org.otklik.models.misinformation.MisinformationSignals}: cues and telling → LogisticModel → signals
 *                 → {@link org.otklik.models.misinformation.MisinformationAnalyzer}: both together → {@link org.otklik.models.misinformation.Misinformation}
 * </pre>
 *
 * <p>The models are made by {@link org.otklik.models.misinformation.TrainMisinformation}:
 * TrainingPosts → TellingTraining, MatchTraining, SignalTraining.
 *
 * <p>Anger, obscenity, criticism of authorities and sentiment are not features anywhere in this
 * package; a test set of angry posts shows it.
 */
@NullMarked
package org.otklik.models.misinformation;

import org.jspecify.annotations.NullMarked;
