package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.models.text.Token;

/**
 * A claim with its wordings analysed, so that an index can be rebuilt without reading texts again.
 */
final class ClaimEntry {
  private final Claim claim;
  private final List<ClaimWording> wordings = new ArrayList<>();
  private final Set<String> answerRoots = new HashSet<>();

  ClaimEntry(Claim claim, TermReader reader) {
    this.claim = claim;
    add(claim.claim(), reader);
    for (String wording : claim.wordings()) {
      add(wording, reader);
    }
    addAnswer(reader.read(claim.verdict()));
    addAnswer(reader.read(claim.answer()));
    for (ClaimWording wording : wordings) {
      for (Term term : wording.terms()) {
        answerRoots.remove(term.sense().root());
      }
    }
  }

  private void add(String text, TermReader reader) {
    List<Token> tokens = Words.shared().tokens(text);
    PostManner manner = PostManner.of(CuePatterns.shared().find(text, tokens));
    ClaimWording wording = ClaimWording.of(this, reader.read(text, tokens), manner);
    if (!wording.terms().isEmpty()) {
      wordings.add(wording);
    }
  }

  private void addAnswer(TermText text) {
    for (Term term : text.terms()) {
      if (term.isContent()) {
        answerRoots.add(term.sense().root());
      }
    }
  }

  Claim claim() {
    return claim;
  }

  List<ClaimWording> wordings() {
    return wordings;
  }

  /** Roots of words that stand in the verdict or the answer, but in no wording of the claim. */
  Set<String> answerRoots() {
    return answerRoots;
  }
}
