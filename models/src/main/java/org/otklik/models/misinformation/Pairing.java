package org.otklik.models.misinformation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A wording of a claim laid on a stretch of a post: each term of the wording on the most similar
 * term of the post ({@link TermLikeness}); of equally similar ones on the one that continues the
 * order.
 */
final class Pairing {
  private final ClaimWording wording;
  private final TermText post;
  private final List<Term> postTerms;
  private final int[] pairOf;
  private final double[] likeness;
  private final boolean[] shared;
  private final BitSet starts = new BitSet(); // of the shared terms, in the text
  private final BitSet sentences = new BitSet();
  private final BitSet clauses = new BitSet();

  Pairing(ClaimWording wording, TermText post, TermText.Window window) {
    this.wording = wording;
    this.post = post;
    this.postTerms = new ArrayList<>(window.to() - window.from());
    for (int i = window.from(); i < window.to(); i++) {
      if (post.terms().get(i).isContent()) {
        postTerms.add(post.terms().get(i));
      }
    }
    this.pairOf = new int[wording.terms().size()];
    this.likeness = new double[pairOf.length];
    this.shared = new boolean[postTerms.size()];
    pair();
  }

  private void pair() {
    int expected = 0;
    for (int c = 0; c < pairOf.length; c++) {
      Term term = wording.terms().get(c);
      pairOf[c] = -1;
      for (int p = 0; p < shared.length; p++) {
        double like = TermLikeness.of(term, postTerms.get(p));
        boolean better =
            like > likeness[c]
                || (like > 0 && like == likeness[c] && pairOf[c] < expected && p >= expected);
        if (better) {
          likeness[c] = like;
          pairOf[c] = p;
        }
      }
      if (pairOf[c] >= 0) {
        Term other = postTerms.get(pairOf[c]);
        shared[pairOf[c]] = true;
        starts.set(other.start());
        sentences.set(other.sentence());
        clauses.set(other.clause());
        expected = pairOf[c] + 1;
      }
    }
  }

  ClaimWording wording() {
    return wording;
  }

  /** The whole post. */
  TermText post() {
    return post;
  }

  /** The terms of the wording, all with content. */
  List<Term> claimTerms() {
    return wording.terms();
  }

  /** The terms of the stretch that have content. */
  List<Term> postTerms() {
    return postTerms;
  }

  /** How much of a term of the wording the post says too, 0 to 1. */
  double likeness(int claimTerm) {
    return likeness[claimTerm];
  }

  /** The term of the post that a term of the wording lies on; −1: none. */
  int pairOf(int claimTerm) {
    return pairOf[claimTerm];
  }

  /** True when a term of the wording lies on this term of the post. */
  boolean isShared(int postTerm) {
    return shared[postTerm];
  }

  /** True when this sentence of the post holds anything shared. */
  boolean isSharedSentence(int sentence) {
    return sentences.get(sentence);
  }

  /** True when this clause of the post holds anything shared. */
  boolean isSharedClause(int clause) {
    return clauses.get(clause);
  }

  /** True when the term stands in a question. */
  boolean isAsked(Term postTerm) {
    return post.questions().get(postTerm.sentence());
  }

  /** True when another wording shares a word of the post that this one does not share. */
  boolean leavesTo(Pairing other) {
    for (int p = 0; p < other.shared.length; p++) {
      if (other.shared[p] && !starts.get(other.postTerms.get(p).start())) {
        return true;
      }
    }
    return false;
  }

  /** How many terms of the post are shared. */
  int sharedTerms() {
    int count = 0;
    for (boolean one : shared) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** The shared words as they stand in the post. */
  List<String> sharedWords() {
    List<String> words = new ArrayList<>();
    for (int p = 0; p < shared.length; p++) {
      if (shared[p]) {
        words.add(post.surface(postTerms.get(p)));
      }
    }
    return words;
  }
}
