package org.otklik.models.misinformation;

import java.util.BitSet;

/**
 * Whether a post says the opposite of what a wording says. A negated word of the post denies a word
 * of the wording that is neither negated nor stopped there: «не отключат» denies «отключат», but
 * «не выдадут» does not deny «перестанут выдавать». The other way round «выдают» denies «перестанут
 * выдавать». Questions deny nothing.
 */
final class Polarity {
  private static final int FEW = 2;

  private final Pairing pairing;
  private double all;
  private double denied;
  private double deniedEvent;
  private boolean affirmedEvent;
  private boolean sharesAbsence;
  private boolean stops;

  Polarity(Pairing pairing) {
    this.pairing = pairing;
    BitSet negatedClauses = new BitSet();
    for (Term term : pairing.claimTerms()) {
      if (term.negated()) {
        negatedClauses.set(term.clause());
      }
    }
    for (int c = 0; c < pairing.claimTerms().size(); c++) {
      if (pairing.pairOf(c) >= 0) {
        Term term = pairing.claimTerms().get(c);
        add(
            term,
            pairing.postTerms().get(pairing.pairOf(c)),
            pairing.likeness(c),
            negatedClauses.get(term.clause()));
      }
    }
  }

  private void add(Term term, Term other, double likeness, boolean inNegatedClause) {
    double weight = term.weight() * likeness;
    all += weight;
    if (pairing.isAsked(other)) {
      return;
    }
    boolean event = term.sense().event() && other.sense().event();
    sharesAbsence |= (term.negated() || term.stopped()) && (other.negated() || other.stopped());
    boolean negative = term.negated() || (term.stopped() && !term.sense().stop());
    if (other.negated() && !other.stopped() && !negative && !inNegatedClause) {
      denied += weight;
      deniedEvent = event ? Math.max(deniedEvent, likeness) : deniedEvent;
    }
    affirmedEvent |=
        negative
            && event
            && likeness >= TermLikeness.SAME_ROOT
            && !other.negated()
            && !other.stopped()
            && !other.sense().stop();
    stops |= other.sense().stop() && !other.negated();
  }

  /**
   * How alike an event that the post negates is to one that the wording states, 0 when it negates
   * none: «не отключат» surely denies «отключат», «не прекратят» perhaps.
   */
  double deniedEvent() {
    return deniedEvent;
  }

  /** Share of what is shared, by weight, that the post negates and the wording does not. */
  double deniedShare() {
    return all == 0 ? 0 : denied / all;
  }

  /** True when the post states an event that the wording says is stopped. */
  boolean affirmsEvent() {
    return affirmedEvent && !stops;
  }

  /** True when both say of the same thing that it is not, or will be no more. */
  boolean sharesAbsence() {
    return sharesAbsence;
  }

  /**
   * True when the post negates anything in a clause that it shares, and the wording negates and
   * stops nothing.
   */
  boolean negatesUnexpectedly() {
    for (Term term : pairing.claimTerms()) {
      if (term.negated() || term.stopped() || term.sense().stop()) {
        return false;
      }
    }
    for (Term term : pairing.postTerms()) {
      if (term.negated() && !pairing.isAsked(term) && sharedBeside(term) >= FEW) {
        return true;
      }
    }
    return false;
  }

  private int sharedBeside(Term negated) {
    int beside = 0;
    for (int p = 0; p < pairing.postTerms().size(); p++) {
      if (pairing.isShared(p) && pairing.postTerms().get(p).clause() == negated.clause()) {
        beside++;
      }
    }
    return beside;
  }
}
