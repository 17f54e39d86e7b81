package org.otklik.models.misinformation;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person should look at a post because it may spread a rumour, and why. A suspicion,
 * never a verdict.
 *
 * @param review true when a person should look
 * @param score how strongly that is advised, 0 to 1; not a probability of falsity
 * @param claimId key of the checked claim that the post repeats; null when it repeats none
 * @param matchKind how it repeats it, a code of {@link MatchKind}; null when it repeats none
 * @param signals what in the words deserves a look, and what lowers it
 */
public record Misinformation(
    boolean review,
    double score,
    @Nullable String claimId,
    @Nullable String matchKind,
    List<Signal> signals)
    implements Serializable {

  public Misinformation {
    signals = List.copyOf(signals);
  }
}
